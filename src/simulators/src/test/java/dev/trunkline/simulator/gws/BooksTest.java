package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control plane's part: books, far ends, reset, settings. */
class BooksTest extends AtWork {
    private Control control;

    @Override
    Options usual() {
        return Quick.unhurried().with("gws.noAnswer", "10s");
    }

    @BeforeEach
    void control() {
        control = new Control(simulators);
    }

    private int farEnd(String id, String action) {
        return control.post("/platforms/gws/calls/" + id + "/far-end", "{\"action\":\"" + action + "\"}")
                .status();
    }

    @Test
    void callShouldBeBookedAsItWasDialled() throws Exception {
        JsonNode call = alice.talk("+1 (312) 555-0142");
        BookEntry entry = simulators.books().get(0);

        assertThat(entry.platform()).isEqualTo("gws");
        assertThat(entry.callId()).isEqualTo(call.path("id").asText());
        assertThat(entry.agent()).isEqualTo("alice");
        assertThat(entry.number()).isEqualTo("+1 (312) 555-0142");
        assertThat(entry.state()).isEqualTo("Established");
        assertThat(entry.ended()).isFalse();
    }

    @Test
    void farEndShouldAnswerAndHangUpAtAWord() throws Exception {
        alice.dial(Quick.AREA + "0102");
        String id = alice.call("Dialing").path("id").asText();

        assertThat(farEnd(id, "answer")).isEqualTo(202);
        alice.call("Established");
        assertThat(farEnd(id, "answer")).isEqualTo(409);
        assertThat(farEnd(id, "hangup")).isEqualTo(202);
        alice.call("Released");
        assertThat(farEnd(id, "hangup")).isEqualTo(404);
        assertThat(farEnd("none", "hangup")).isEqualTo(404);
    }

    @Test
    void requestsShouldBeCounted() throws Exception {
        alice.operate(alice.talk(), "Hold");
        alice.rest().get("me");
        alice.rest().get("nothing");
        JsonNode counts = control.get("/platforms/gws/requests").json();

        assertThat(counts.path("dial").asInt()).isEqualTo(1);
        assertThat(counts.path("commands").asInt()).isEqualTo(2);
        assertThat(counts.path("reads").asInt()).isEqualTo(2);
        assertThat(counts.path("sign-ins").asInt()).isEqualTo(1);
        assertThat(counts.path("handshakes").asInt()).isEqualTo(1);
        assertThat(counts.path("polls").asInt()).isPositive();
        assertThat(counts.path("refused 404").asInt()).isEqualTo(1);
        assertThat(counts.path("requests").asInt()).isEqualTo(6);
    }

    @Test
    void resetShouldEndCallsAndWorkAndKeepSessions() throws Exception {
        alice.talk();
        assertThat(control.post("/platforms/gws/reset", "").status()).isEqualTo(202);
        alice.until("Outbound Released");

        assertThat(simulators.books()).isEmpty();
        assertThat(control.get("/platforms/gws/sessions").json().size()).isEqualTo(1);
        assertThat(alice.arrived()).isEmpty();
        alice.talk();
    }

    @Test
    void resetShouldLeaveNoWorkOwed() throws Exception {
        restartWith("gws.settle", "0ms");
        JsonNode first = alice.talk();
        alice.operate(first, "Hold");
        alice.call("Held");
        alice.talk();
        alice.operate(first, "Hangup"); // the work after it waits for the end of the other
        alice.until("Outbound Released");
        simulators.reset();
        alice.arrived();
        alice.dial(Quick.AREA + "0101");
        alice.until("Outbound Released");

        assertThat(alice.arrived()).doesNotContain("NotReady AfterCallWork");
    }

    @Test
    void resetShouldBringGoneTelephonesBack() throws Exception {
        alice.fault("{\"kind\":\"phone-gone\",\"seconds\":60}");
        simulators.reset();

        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("200 0");
    }

    @Test
    void platformShouldSayWhatAClientMustKnow() {
        JsonNode described = control.get("/platforms/gws").json();

        assertThat(described.at("/addresses/rest").asText())
                .isEqualTo(simulators.platform(Gws.class).url());
        assertThat(described.at("/people/erin/place").asText()).isEqualTo("Place_1005");
        assertThat(described.at("/people/alice/deviceId").asText()).hasSize(36);
        assertThat(described.at("/rules/firstEvent").asText()).isEqualTo("either");
        assertThat(described.at("/timing/wrapUp").asText()).isEqualTo("PT1M");
        assertThat(described.at("/stream/pollTimeout").asText()).isEqualTo("PT30S");
    }

    @Test
    void installationShouldBeAsAgreed() {
        try (Simulators demo = Simulators.start(Options.onAnyPorts())) {
            JsonNode timing = new Control(demo).get("/platforms/gws").json().path("timing");

            assertThat(timing.path("ring").asText()).isEqualTo("PT1S");
            assertThat(timing.path("noAnswer").asText()).isEqualTo("PT8S");
            assertThat(timing.path("shortCall").asText()).isEqualTo("PT2S");
            assertThat(timing.path("slowAnswer").asText()).isEqualTo("PT5S");
            assertThat(timing.path("streamCut").asText()).isEqualTo("PT3S");
            assertThat(timing.path("wrapUp").asText()).isEqualTo("PT1M");
        }
    }

    @Test
    void settingsShouldBeChecked() {
        assertThatThrownBy(() -> Simulators.start(Quick.options().with("gws.firstEvent", "SOON")))
                .hasMessageContaining("beforeAnswer");
        assertThatThrownBy(() -> Simulators.start(Quick.options().with("gws.wrapup", "1s")))
                .hasMessageContaining("gws.wrapUp");
        assertThatThrownBy(() -> Simulators.start(Quick.options().with("gws.speed", 0)))
                .hasMessageContaining("gws.speed");
    }
}
