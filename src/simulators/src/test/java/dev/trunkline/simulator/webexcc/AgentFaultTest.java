package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions, telephones and outdials that go wrong on purpose (sheet 2.5, 6.3, 9.1). */
class AgentFaultTest extends AtWork {
    private JsonNode dialFailed() throws IOException {
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(201);
        return alice.listener().event("AgentOutboundFailed");
    }

    private boolean free() {
        try {
            return alice.reloaded().path("interactionIds").isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void callIsOver() {
        Await.until("nothing is open", this::free);
        assertThat(simulators.books()).allMatch(call -> call.ended());
    }

    @Test
    void vanishedSessionShouldBeNoSession() throws Exception {
        alice.ownFault("station-gone");
        alice.become("Available", "0");
        JsonNode failed = alice.listener().event("AgentStateChangeFailed");
        assertThat(failed.path("reason").asText()).isEqualTo("AGENT_NOT_FOUND");
        assertThat(failed.path("reasonCode").asInt()).isEqualTo(1038);
        alice.reload();
        assertThat(alice.listener().event("AgentReloginFailed").path("reason").asText())
                .isEqualTo("AGENT_NOT_FOUND");

        alice.logIn();
        alice.listener().event("AgentStationLoginSuccess");
    }

    @Test
    void vanishedSessionShouldNotTouchTheSocket() {
        alice.ownFault("station-gone");

        assertThat(alice.listener().closedAs()).isEmpty();
        assertThat(alice.arrived()).doesNotContain("AgentLogoutSuccess");
    }

    @Test
    void supervisorShouldLogOut() throws Exception {
        alice.ownFault("logged-out");
        JsonNode frame = alice.listener().message("AgentLogoutSuccess");

        assertThat(frame.path("type").asText()).isEqualTo("Logout");
        assertThat(frame.at("/data/loggedOutBy").asText()).isNotEmpty();
        alice.reload();
        alice.listener().event("AgentReloginFailed");
    }

    @Test
    void supervisorShouldSetIdle() throws Exception {
        alice.ownFault("idle");
        JsonNode data = alice.listener().event("AgentStateChangeSuccess");

        assertThat(data.path("subStatus").asText()).isEqualTo("Idle");
        assertThat(data.path("changedById").asText()).isNotEmpty().isNotEqualTo(alice.agentId());
        assertThat(data.path("auxCodeId").asText()).isNotEqualTo("0");
    }

    @Test
    void supervisorShouldLeaveOthers() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            alice.ownFault("idle");
            alice.listener().event("AgentStateChangeSuccess");

            assertThat(bob.arrived()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"idle,Idle", "rona,RONA"})
    void agentWhoDoesNotPickUpShouldBeSetAsSet(String setting, String state) throws Exception {
        restart(usual().with("webexcc.ronaState", setting).with("webexcc.rona", "80ms"));
        alice.ownFault("rona");
        alice.dial(Quick.NUMBER);
        alice.listener().event("AgentOfferContact");
        List<JsonNode> frames = alice.listener().events("AgentStateChangeSuccess");

        assertThat(Listener.contacts(frames)).contains("AgentOfferContactRona");
        assertThat(frames.get(frames.size() - 1).at("/data/subStatus").asText()).isEqualTo(state);
        callIsOver();
    }

    @Test
    void agentShouldDeclineHisOwnLeg() throws Exception {
        alice.ownFault("agent-declines");
        alice.dial(Quick.NUMBER);
        JsonNode data = alice.listener().event("AgentContactAssignFailed");

        assertThat(data.path("reason").asText()).isEqualTo("USER_DECLINED");
        assertThat(data.path("reasonCode").asInt()).isEqualTo(156);
        assertThat(data.path("agentsPendingWrapUp")).isEmpty();
        callIsOver();
    }

    @Test
    void agentsDeviceShouldBeUnreachable() throws Exception {
        alice.ownFault("agent-unreachable");
        alice.dial(Quick.NUMBER);

        assertThat(Worker.id(alice.listener().event("AgentInviteFailed"))).isNotEmpty();
        callIsOver();
    }

    @Test
    void channelShouldNotBeFound() throws Exception {
        alice.ownFault("no-channel");

        assertThat(dialFailed().path("reason").asText()).isEqualTo("NO_MATCHING_AGENT_CHANNEL_FOUND");
        assertThat(alice.reloaded().path("interactionIds")).isEmpty();
        alice.talk();
    }

    @Test
    void failureShouldComeBeforeTheOffer() throws Exception {
        alice.ownFault("fail-early");
        alice.dial(Quick.NUMBER);

        assertThat(alice.listener().contacts("AgentOfferContact"))
                .containsSubsequence("AgentOutboundFailed", "AgentOfferContact");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_UNAVAILABLE,1030", "OUTDIAL_TIMEOUT,1031", "UNALLOCATED_NUMBER,1", "SOMETHING_ELSE,4711"})
    void outdialShouldFailWithAnyWord(String word, int code) throws Exception {
        alice.ownFault("outbound-failed", "\"text\":\"" + word + "\",\"status\":" + code);
        JsonNode data = dialFailed();

        assertThat(data.path("reason").asText()).isEqualTo(word);
        assertThat(data.path("reasonCode").asInt()).isEqualTo(code);
    }

    @Test
    void talkShouldFailWithAnyWordToo() throws Exception {
        alice.ownFault("outbound-failed", "\"text\":\"ONCE\",\"status\":7");
        JsonNode failed = dialFailed();
        alice.listener().event("AgentWrapup");
        alice.wrappedUp(failed);

        alice.talk();
    }

    @Test
    void secondCallShouldArriveBesideTheFirst() throws Exception {
        JsonNode call = alice.talk();
        alice.ownFault("second-call");
        JsonNode second = alice.listener()
                .event("AgentOfferContact", data -> !Worker.id(data).equals(Worker.id(call)));

        assertThat(second.at("/interaction/contactDirection/type").asText()).isEqualTo("INBOUND");
        assertThat(alice.reloaded().path("interactionIds")).hasSize(2);
    }
}
