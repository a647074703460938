package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Available and Idle, reading it again, and what a lost socket does (sheet 2.5, 5.5). */
class StateTest extends AtWork {
    private static final String LOST = "agent-wss-disconnect";

    private JsonNode became(String state, String code) throws IOException {
        assertThat(alice.become(state, code).status()).isEqualTo(202);
        return alice.listener().event("AgentStateChangeSuccess");
    }

    /** Waits until the platform has seen that nobody listens any more. */
    private void loseSocket() throws IOException {
        alice.listener().close();
        Await.until("it is noticed", () -> new Control(simulators)
                .get("/platforms/webexcc/sessions")
                .json()
                .isEmpty());
        alice.reconnect();
    }

    @Test
    void availableShouldBeTold() throws Exception {
        became("Idle", alice.auxCode("Break"));
        alice.become("Available", "0");
        JsonNode frame = alice.listener().message("AgentStateChangeSuccess");

        assertThat(frame.path("type").asText()).isEqualTo("AgentStateChange");
        assertThat(frame.at("/data/eventType").asText()).isEqualTo("AgentDesktopMessage");
        assertThat(frame.at("/data/status").asText()).isEqualTo("LoggedIn");
        assertThat(frame.at("/data/subStatus").asText()).isEqualTo("Available");
        assertThat(frame.at("/data/auxCodeId").asText()).isEqualTo("0");
        assertThat(frame.at("/data/agentId").asText()).isEqualTo(alice.agentId());
        assertThat(frame.at("/data/agentSessionId").asText()).isNotEmpty();
        assertThat(frame.at("/data/lastStateChangeTimestamp").asLong()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Break", "Lunch"})
    void idleShouldHaveItsCode(String code) throws Exception {
        JsonNode data = became("Idle", alice.auxCode(code));

        assertThat(data.path("subStatus").asText()).isEqualTo("Idle");
        assertThat(data.path("auxCodeId").asText()).isEqualTo(alice.auxCode(code));
        assertThat(data.path("changedById").asText()).isEqualTo(alice.agentId());
    }

    @Test
    void reasonShouldComeBack() throws Exception {
        alice.rest()
                .put(
                        "/v1/agents/session/state",
                        "{\"state\":\"Idle\",\"auxCodeId\":\"" + alice.auxCode("Break")
                                + "\",\"lastStateChangeReason\":\"tea\",\"agentId\":\"" + alice.agentId() + "\"}");

        assertThat(alice.listener()
                        .event("AgentStateChangeSuccess")
                        .path("lastStateChangeReason")
                        .asText())
                .isEqualTo("tea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"state\":\"Available\"}",
                "{\"auxCodeId\":\"0\"}",
                "{\"state\":\"Ready\",\"auxCodeId\":\"0\"}",
                "{\"state\":\"Idle\",\"auxCodeId\":\"1234567890123456789012345678901234567\"}",
                "{\"state\":\"Available\",\"auxCodeId\":\"0\",\"agentId\":\"1234567890123456789012345678901234567\"}",
                "{"
            })
    void wrongBodiesShouldBeRefused(String body) throws Exception {
        assertThat(alice.rest().put("/v1/agents/session/state", body).status()).isEqualTo(400);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void longReasonShouldBeRefused() throws Exception {
        assertThat(alice.rest()
                        .put(
                                "/v1/agents/session/state",
                                "{\"state\":\"Available\",\"auxCodeId\":\"0\",\"lastStateChangeReason\":\""
                                        + "x".repeat(129) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void unknownIdleCodeShouldFail() throws Exception {
        assertThat(alice.become("Idle", "no-such-code").status()).isEqualTo(202);
        JsonNode frame = alice.listener().message("AgentStateChangeFailed");

        assertThat(frame.path("type").asText()).isEqualTo("AgentStateChange");
        assertThat(frame.at("/data/reason").asText()).isNotEmpty();
        assertThat(alice.reloaded().path("subStatus").asText()).isEqualTo("Available");
    }

    @Test
    void agentWithoutAStationShouldHaveNoState() throws Exception {
        try (Worker bob = Worker.listening(simulators, "bob")) {
            assertThat(bob.become("Available", "0").status()).isEqualTo(202);
            JsonNode data = bob.listener().event("AgentStateChangeFailed");

            assertThat(data.path("reason").asText()).isEqualTo("AGENT_NOT_FOUND");
            assertThat(data.path("reasonCode").asInt()).isEqualTo(1038);
        }
    }

    @Test
    void stateShouldNotBeReadable() throws Exception {
        assertThat(alice.rest().get("/v1/agents/session/state").status()).isIn(404, 405);
    }

    @Test
    void reloadShouldSayTheSession() throws Exception {
        assertThat(alice.reload().status()).isEqualTo(202);
        JsonNode frame = alice.listener().message("AgentReloginSuccess");
        JsonNode data = frame.path("data");

        assertThat(frame.path("type").asText()).isEqualTo("AgentReloginSuccess");
        assertThat(data.path("eventType").asText()).isEqualTo("AgentDesktopMessage");
        assertThat(data.path("subStatus").asText()).isEqualTo("Available");
        assertThat(data.path("auxCodeId").asText()).isEqualTo("0");
        assertThat(data.path("interactionIds").isArray()).isTrue();
        assertThat(data.path("interactionIds")).isEmpty();
        assertThat(data.path("deviceType").asText()).isEqualTo("EXTENSION");
        assertThat(data.path("dn").asText()).isEqualTo("1001");
        assertThat(data.path("agentSessionId").asText()).isNotEmpty();
    }

    @Test
    void reloadWithoutASessionShouldFail() throws Exception {
        try (Worker bob = Worker.listening(simulators, "bob")) {
            bob.reload();
            JsonNode frame = bob.listener().message("AgentReloginFailed");

            assertThat(frame.path("type").asText()).isEqualTo("AgentReloginFailed");
            assertThat(frame.at("/data/reason").asText()).isEqualTo("AGENT_NOT_FOUND");
            assertThat(frame.at("/data/reasonCode").asInt()).isEqualTo(1038);
        }
    }

    @Test
    void reloadShouldBringTheOpenContact() throws Exception {
        JsonNode call = alice.talk();
        JsonNode session = alice.reloaded();
        JsonNode contact = alice.listener().event("AgentContact");

        assertThat(session.at("/interactionIds/0").asText()).isEqualTo(Worker.id(call));
        assertThat(Worker.id(contact)).isEqualTo(Worker.id(call));
        assertThat(contact.at("/interaction/state").asText()).isEqualTo("connected");
        assertThat(contact.at("/interaction/outboundType").asText()).isEqualTo("OUTDIAL");
        assertThat(contact.at("/interaction/participants/" + alice.agentId() + "/hasJoined")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void reloadShouldSayThatACallIsHeld() throws Exception {
        JsonNode call = alice.talk();
        alice.held(call);
        alice.reload();
        JsonNode contact = alice.listener().event("AgentContact");

        assertThat(contact.at("/interaction/media/" + Worker.id(call) + "/isHold")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void reloadShouldBringWhatIsInWrapUp() throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);
        alice.reload();
        JsonNode contact = alice.listener().event("AgentContact");

        assertThat(Worker.id(contact)).isEqualTo(Worker.id(call));
        assertThat(contact.at("/interaction/participants/" + alice.agentId() + "/isWrapUp")
                        .asBoolean())
                .isTrue();
        assertThat(contact.at("/interaction/isTerminated").asBoolean()).isTrue();
    }

    @Test
    void reloadShouldBringNothingOnceItIsOver() throws Exception {
        alice.wrappedUp(alice.hungUp(alice.talk()));

        assertThat(alice.reloaded().path("interactionIds")).isEmpty();
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void lostSocketShouldMakeTheAgentIdle() throws Exception {
        loseSocket();
        JsonNode session = alice.reloaded();

        assertThat(session.path("status").asText()).isEqualTo("LoggedIn");
        assertThat(session.path("subStatus").asText()).isEqualTo("Idle");
        assertThat(session.path("lastStateChangeReason").asText()).isEqualTo(LOST);
    }

    @Test
    void agentShouldBePutBackWithTheSameReason() throws Exception {
        loseSocket();
        alice.reloaded();
        alice.rest()
                .put(
                        "/v1/agents/session/state",
                        "{\"state\":\"Available\",\"auxCodeId\":\"0\",\"lastStateChangeReason\":\"" + LOST + "\"}");

        assertThat(alice.listener()
                        .event("AgentStateChangeSuccess")
                        .path("subStatus")
                        .asText())
                .isEqualTo("Available");
    }

    @Test
    void oneSocketOfTwoShouldNotMatter() throws Exception {
        Listener other = alice.listen(Worker.options("Others"));
        other.close();
        Await.until(
                "it is noticed",
                () -> new Control(simulators)
                                .get("/platforms/webexcc/sessions")
                                .json()
                                .size()
                        == 1);

        assertThat(alice.arrived()).isEmpty();
        assertThat(alice.reloaded().path("subStatus").asText()).isEqualTo("Available");
    }

    @Test
    void idleAgentShouldKeepHisOwnReason() throws Exception {
        became("Idle", alice.auxCode("Lunch"));
        loseSocket();
        JsonNode session = alice.reloaded();

        assertThat(session.path("subStatus").asText()).isEqualTo("Idle");
        assertThat(session.path("lastStateChangeReason").asText()).isNotEqualTo(LOST);
        assertThat(session.path("auxCodeId").asText()).isEqualTo(alice.auxCode("Lunch"));
    }

    @Test
    void lostSocketShouldChangeNothingWhereItDoesNot() throws Exception {
        restartWith("idleOnDisconnect", false);
        loseSocket();

        assertThat(alice.reloaded().path("subStatus").asText()).isEqualTo("Available");
    }

    @Test
    void callShouldOutliveItsSocket() throws Exception {
        JsonNode call = alice.talk();
        loseSocket();
        alice.reload();

        assertThat(Worker.id(alice.listener().event("AgentContact"))).isEqualTo(Worker.id(call));
        alice.hungUp(call);
    }

    @ParameterizedTest
    @CsvSource({
        "false,AgentReloginSuccess,AgentStateChangeSuccess",
        "true,AgentChannelReloginSuccess,AgentChannelStateChanged"
    })
    void newTenantsShouldTellByChannel(boolean setting, String reload, String change) throws Exception {
        close();
        simulators = Quick.start(usual().with("webexcc.channelStates", setting));
        alice = Worker.loggedIn(simulators, "alice");
        alice.become("Available", "0");
        JsonNode changed = alice.listener().event(change);
        alice.reload();
        JsonNode reloaded = alice.listener().event(reload);

        assertThat(List.of(changed, reloaded)).allMatch(data -> data.has("agentChannelStateDetailMap") == setting);
    }

    @Test
    void colleaguesShouldBeListed() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            assertThat(alice.rest()
                            .post("/v1/agents/buddyList", "{\"agentProfileId\":\"any\",\"mediaType\":\"telephony\"}")
                            .status())
                    .isEqualTo(202);
            JsonNode frame = alice.listener().message("BuddyAgents");

            assertThat(frame.path("type").asText()).isEqualTo("BuddyAgents");
            assertThat(frame.at("/data/agentList").findValuesAsText("agentId")).contains(bob.agentId());
            assertThat(frame.at("/data/agentList").findValuesAsText("dn")).contains("1002");
        }
    }
}
