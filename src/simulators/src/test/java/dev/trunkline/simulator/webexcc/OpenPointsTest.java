package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no primary source says, both ways, beyond what stands beside its subject in the other tests (sheet 10.1). */
class OpenPointsTest extends AtWork {
    private static final String LOST = "agent-wss-disconnect";

    private void loseSocket() throws IOException {
        alice.listener().close();
        Await.until("it is noticed", () -> new Control(simulators)
                .get("/platforms/webexcc/sessions")
                .json()
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void dialShouldBeAnsweredByTheStatusThatIsSet(int status) throws Exception {
        restartWith("dialStatus", status);
        Rest.Reply reply = alice.dial(Quick.NUMBER);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(Worker.id(alice.talking())).isEqualTo(reply.text("/data/id"));
    }

    @ParameterizedTest
    @CsvSource({"true,400", "false,201"})
    void originShouldNeedItsPlusWhereItDoes(boolean setting, int status) throws Exception {
        restartWith("strictOrigin", setting);
        ObjectNode dial = alice.dialling(Quick.NUMBER);
        dial.put("origin", alice.described().ani().substring(1));

        assertThat(alice.dial(dial).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"true,4711,201", "false,4711,400", "false,+13125550142,201"})
    void extensionsShouldBeDialledWhereTheyAre(boolean setting, String number, int status) throws Exception {
        restartWith("extensionsDialable", setting);

        assertThat(alice.dial(number).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"true,AgentOutboundFailed", "false,AgentOfferContact"})
    void wrapUpShouldKeepTheChannelWhereItDoes(boolean setting, String event) throws Exception {
        restartWith("wrapUpGate", setting);
        alice.hungUp(alice.talk());
        alice.dial(Quick.NUMBER);

        alice.listener().event(event);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failuresShouldNameTheirContactWhereTheyDo(boolean nameless) throws Exception {
        restartWith("namelessFailures", nameless);
        alice.media(alice.talk(), "unhold");
        JsonNode failed = alice.listener().event("AgentContactUnHoldFailed");

        assertThat(failed.has("interactionId")).isEqualTo(!nameless);
        assertThat(failed.path("agentId").asText()).isEqualTo(alice.agentId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reasonOfTheLossShouldBeKeptForTheIdleWhereItIs(boolean setting) throws Exception {
        restartWith("disconnectMarksIdle", setting);
        alice.become("Idle", alice.auxCode("Lunch"));
        alice.listener().event("AgentStateChangeSuccess");
        loseSocket();
        alice.reconnect();

        assertThat(alice.reloaded().path("lastStateChangeReason").asText().equals(LOST))
                .isEqualTo(setting);
    }

    @Test
    void sessionShouldNotSurviveItsSocketForEverWhereItDoesNot() throws Exception {
        restartWith("sessionSurvives", "1ms");
        loseSocket();
        alice.reconnect();

        Await.until("it is gone", this::gone);
    }

    private boolean gone() {
        try {
            alice.reload();
            return alice.arrived().contains("AgentReloginFailed");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"true,AgentContactAssigned", "false,AgentOfferContactRona"})
    void browserShouldBeAnsweredWhereSomebodySitsThere(boolean setting, String event) throws Exception {
        close();
        simulators = Quick.start(usual().with("webexcc.browserAnswers", setting).with("webexcc.rona", "80ms"));
        alice = Worker.listening(simulators, "alice");
        ObjectNode station = alice.station();
        station.put("deviceType", "BROWSER").put("dialNumber", alice.agentId()).put("isExtension", false);
        alice.logIn(station.put("deviceId", "webrtc-" + alice.agentId()));
        alice.become("Available", "0");
        alice.dial(Quick.NUMBER);

        alice.listener().event(event);
    }

    @ParameterizedTest
    @CsvSource({"agentEnds,failed", "noChannel,ended"})
    void otherGuessedWordsShouldBeAsSet(String word, String cancel) throws Exception {
        restart(usual().with("webexcc." + word + "Reason", "OTHER_WORD").with("webexcc.cancel", cancel));
        if (word.equals("agentEnds")) {
            alice.operate(alice.ringing(), "end");
        } else {
            alice.talk();
            alice.dial(Quick.NUMBER);
        }

        assertThat(alice.listener().event("AgentOutboundFailed").path("reason").asText())
                .isEqualTo("OTHER_WORD");
    }

    @Test
    void refreshShouldBeRefusedAsOftenAsAnExpirySays() throws Exception {
        alice.ownFault("expire-auth", "\"count\":2");

        assertThat(alice.rest().refresh("refresh-alice").status()).isEqualTo(400);
        assertThat(alice.rest().refresh("refresh-bob").status()).isEqualTo(200);
        assertThat(alice.rest().refresh("refresh-alice").status()).isEqualTo(400);
        assertThat(alice.rest().refresh("refresh-alice").status()).isEqualTo(200);
    }

    @Test
    void unassignedTaskShouldNotBeTakenFromSomebody() throws Exception {
        JsonNode call = alice.talk();
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            bob.operate(call, "assign");

            assertThat(bob.reloaded().path("interactionIds")).isEmpty();
        }
        alice.held(call);
    }
}
