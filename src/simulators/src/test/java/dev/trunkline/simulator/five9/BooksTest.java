package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control plane's part: books, far ends, reset, settings. */
class BooksTest extends AtWork {
    private Control control;

    @Override
    Options usual() {
        return Quick.unhurried().with("five9.noAnswer", "10s");
    }

    @BeforeEach
    void control() {
        control = new Control(simulators);
    }

    private int farEnd(String id, String action) {
        return control.post("/platforms/five9/calls/" + id + "/far-end", "{\"action\":\"" + action + "\"}")
                .status();
    }

    @Test
    void callShouldBeBookedAsItWasDialled() throws Exception {
        JsonNode call = alice.talk("+13125550142");
        BookEntry entry = simulators.books().get(0);

        assertThat(entry.platform()).isEqualTo("five9");
        assertThat(entry.callId()).isEqualTo(call.path("id").asText());
        assertThat(entry.agent()).isEqualTo("alice");
        assertThat(entry.number()).isEqualTo("+13125550142");
        assertThat(entry.state()).isEqualTo("TALKING");
        assertThat(entry.ended()).isFalse();
    }

    @Test
    void farEndShouldAnswerAndHangUpAtAWord() throws Exception {
        alice.dial(Quick.AREA + "0102");
        String id = alice.call("RINGING_ON_OTHER_SIDE").path("id").asText();

        assertThat(farEnd(id, "answer")).isEqualTo(202);
        alice.call("TALKING");
        assertThat(farEnd(id, "answer")).isEqualTo(409);
        assertThat(farEnd(id, "hangup")).isEqualTo(202);
        alice.call("WRAP_UP");
        assertThat(farEnd("none", "hangup")).isEqualTo(404);
    }

    @Test
    void requestsShouldBeCounted() throws Exception {
        alice.campaign();
        control.post("/platforms/five9/reset", "");
        JsonNode call = alice.talk();
        alice.operate(call, "hold");
        alice.calls();
        alice.rest().agent("nothing");
        alice.arrived();
        JsonNode counts = control.get("/platforms/five9/requests").json();

        assertThat(counts.path("dial").asInt()).isEqualTo(1);
        assertThat(counts.path("commands").asInt()).isEqualTo(1);
        assertThat(counts.path("reads").asInt()).isBetween(1, 2);
        assertThat(counts.path("refused 404").asInt()).isEqualTo(1);
        assertThat(counts.path("pings").asInt()).isEqualTo(1);
        assertThat(counts.path("requests").asInt()).isEqualTo(4);
    }

    @Test
    void logInsAndSocketsShouldBeCounted() throws Exception {
        try (Worker bob = Worker.loggedIn(simulators, "bob")) {
            JsonNode counts = control.get("/platforms/five9/requests").json();

            assertThat(bob.rest().token()).isNotEmpty();
            assertThat(counts.path("log-ins").asInt()).isEqualTo(2);
            assertThat(counts.path("sockets").asInt()).isEqualTo(2);
        }
    }

    @Test
    void refusedDialShouldBeCountedAsRefused() throws Exception {
        alice.dial(Quick.AREA + "0104");

        assertThat(control.get("/platforms/five9/requests")
                        .json()
                        .path("refused 435")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void resetShouldEndCallsAndWorkAndKeepSessions() throws Exception {
        JsonNode call = alice.talk();
        assertThat(control.post("/platforms/five9/reset", "").status()).isEqualTo(202);
        alice.until("5");

        assertThat(alice.read(call).isMissingNode()).isTrue();
        assertThat(simulators.books()).isEmpty();
        assertThat(control.get("/platforms/five9/sessions").json().size()).isEqualTo(1);
        assertThat(alice.rest().loginState()).isEqualTo("WORKING");
        alice.talk();
    }

    @Test
    void resetShouldForgiveTheDispositionThatIsOwed() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "disconnect");
        alice.call("WRAP_UP");
        simulators.reset();
        alice.until("5");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
    }

    @Test
    void platformShouldSayWhatAClientMustKnow() {
        JsonNode described = alice.described();

        assertThat(described.at("/addresses/login").asText()).startsWith("https://localhost:");
        assertThat(described.at("/addresses/atlanta").asText()).startsWith("https://localhost:");
        assertThat(described.at("/addresses/santaClara").asText()).startsWith("https://localhost:");
        assertThat(described.path("orgId").asText()).isEqualTo(alice.rest().orgId());
        assertThat(described.at("/people/alice/userId").asText())
                .isEqualTo(alice.rest().userId());
        assertThat(described.at("/people/alice/extension").asText()).isEqualTo("1001");
        assertThat(described.at("/people/erin/extension").asText()).isEqualTo("1005");
        assertThat(described.path("campaigns").size()).isPositive();
        assertThat(described.path("dispositions").size()).isPositive();
        assertThat(described.path("notReadyReasonCodes").size()).isPositive();
        assertThat(described.at("/timing/wrapUp").asText()).isEqualTo("PT1M");
    }

    @Test
    void numberedAgentsShouldWorkToo() throws Exception {
        restart(usual().withAgents(2));
        Rest rest = new Rest(simulators);

        assertThat(rest.logIn("agent0002").status()).isEqualTo(200);
        assertThat(rest.loginState()).isEqualTo("SELECT_STATION");
        assertThat(rest.put("session_start?force=true", "{\"stationId\":\"20002\",\"stationType\":\"STATION\"}")
                        .ok())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "five9.callInfo=everything",
                "five9.bearer=BOTH",
                "five9.pingwithin=1s",
                "five9.speed=0",
                "five9.dialStatus=soon",
                "five9.offered=perhaps"
            })
    void settingsShouldBeChecked(String setting) {
        String[] pair = setting.split("=");

        assertThatThrownBy(() ->
                        Simulators.start(Quick.options().with(pair[0], pair[1])).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pair[0]);
    }

    @Test
    void speedShouldShortenEveryStep() throws Exception {
        try (Simulators fast = Simulators.start(
                        Options.onAnyPorts().withIdentity(Quick.IDENTITY).with("five9.speed", 10));
                Worker bob = Worker.atWork(fast, "bob")) {
            assertThat(bob.described().at("/timing/ring").asText()).isEqualTo("PT0.1S");
            bob.talk();
        }
    }
}
