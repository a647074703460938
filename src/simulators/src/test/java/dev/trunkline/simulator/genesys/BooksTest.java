package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control plane's part: books, far ends, reset, settings. */
class BooksTest extends AtWork {
    private static final String TALK = "agent connected, customer connected";

    private Control control;

    @Override
    Options usual() {
        return Quick.unhurried().with("genesys.noAnswer", "10s");
    }

    @BeforeEach
    void control() {
        control = new Control(simulators);
    }

    private int farEnd(String id, String action) {
        return control.post("/platforms/genesys/calls/" + id + "/far-end", "{\"action\":\"" + action + "\"}")
                .status();
    }

    @Test
    void farEndShouldAnswerAndHangUpAtAWord() throws Exception {
        String id = alice.dial(Quick.AREA + "0102").text("/id");
        alice.until("agent connected, customer dialing");

        assertThat(farEnd(id, "answer")).isEqualTo(202);
        alice.until(TALK);
        assertThat(farEnd(id, "answer")).isEqualTo(409);
        assertThat(farEnd(id, "hangup")).isEqualTo(202);
        alice.until("agent disconnected (peer) ACW, customer terminated (endpoint)");
        assertThat(farEnd("none", "hangup")).isEqualTo(404);
    }

    @Test
    void transferredCallShouldBeOverForUs() throws Exception {
        alice.dialPersonally(Quick.NUMBER);
        Snapshot talk = alice.untilOne("user connected, external connected");
        alice.rest().post(alice.anyPath(talk, 0) + "/transfer", "{\"address\":\"+13125550188\"}");

        Await.until("the call is over", () -> booked().ended());
        assertThat(booked().state()).isEqualTo("TRANSFERRED");
    }

    private BookEntry booked() {
        return simulators.books().get(0);
    }

    @Test
    void requestsShouldBeCounted() throws Exception {
        Snapshot talk = alice.talk();
        alice.change(talk, 0, "{\"muted\":true}");
        alice.rest().get("users/me");
        alice.rest().get("nothing");

        JsonNode counts = control.get("/platforms/genesys/requests").json();
        assertThat(counts.path("dial").asInt()).isEqualTo(1);
        assertThat(counts.path("commands").asInt()).isEqualTo(1);
        assertThat(counts.path("reads").asInt()).isEqualTo(1);
        assertThat(counts.path("notifications").asInt()).isEqualTo(2);
        assertThat(counts.path("refused 404").asInt()).isEqualTo(1);
        assertThat(counts.path("requests").asInt()).isEqualTo(6);
    }

    @Test
    void resetShouldEndCallsAndKeepSessions() throws Exception {
        alice.talk();
        assertThat(control.post("/platforms/genesys/reset", "").status()).isEqualTo(202);

        alice.until("agent terminated (system), customer terminated (system)");
        assertThat(simulators.books()).isEmpty();
        assertThat(control.get("/platforms/genesys/sessions").json().size()).isEqualTo(1);
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(202);
        alice.until(TALK);
    }

    @Test
    void platformShouldSayWhatAClientMustKnow() {
        JsonNode described = control.get("/platforms/genesys").json();

        assertThat(described.at("/addresses/rest").asText())
                .isEqualTo(simulators.platform(Genesys.class).url());
        assertThat(described.at("/people/erin/refreshToken").asText()).isEqualTo("refresh-erin");
        assertThat(described.path("wrapupCodes").size()).isGreaterThanOrEqualTo(2);
        assertThat(described.at("/rules/firstEvent").asText()).isEqualTo("either");
        assertThat(described.at("/timing/wrapUp").asText()).isEqualTo("PT1M");
        assertThat(described.at("/limits/tokenRate").asInt()).isEqualTo(300);
        assertThat(control.post("/platforms/genesys/tokens", "{\"agent\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void settingsShouldBeChecked() {
        assertThatThrownBy(() -> Simulators.start(Quick.options().with("genesys.firstEvent", "BEFORE_ANSWER")))
                .hasMessage("genesys.firstEvent is 'BEFORE_ANSWER', it must be one of"
                        + " [afterAnswer, beforeAnswer, either].");
        assertThatThrownBy(() -> Simulators.start(Quick.options().with("genesys.wrapup", "1s")))
                .hasMessageContaining("genesys.wrapUp");
        assertThatThrownBy(() -> Simulators.start(Quick.options().with("genesys.speed", 0)))
                .hasMessageContaining("genesys.speed");
    }
}
