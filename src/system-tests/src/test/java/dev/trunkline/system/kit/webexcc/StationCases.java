package dev.trunkline.system.kit.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.system.kit.Call;
import dev.trunkline.system.kit.Kit;
import dev.trunkline.system.kit.Seat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The station session lives at the platform: it outlives the socket, others may change it, and it may be gone (sheet 2.3 to 2.5). */
interface StationCases extends Kit {
    private void fault(Seat agent, String kind, String more) {
        control().fault("{\"kind\":\"" + kind + "\"," + more + "\"agent\":\"" + agent.name() + "\"}");
    }

    private static void returned(Seat agent) {
        agent.watch().awaitCode("LINK_DOWN");
        agent.watch().awaitCode("LINK_RESTORED");
        agent.awaitLink();
    }

    /** The platform has set him Idle because his socket was gone (sheet 2.5). */
    @Test
    default void lostSocketShouldLeaveAReadyAgentReady() {
        Seat agent = agent();
        fault(agent, "cut-stream", "\"seconds\":1,");
        returned(agent);

        agent.awaitState("Ready");
        agent.talking();
    }

    @Test
    default void lostSocketShouldLeaveAnIdleAgentIdle() {
        Seat agent = agent();
        agent.does("SetNotReady");
        agent.awaitState("Not_Ready");
        fault(agent, "cut-stream", "\"seconds\":1,");
        returned(agent);

        agent.query("GetAgentState");
        assertThat(agent.state()).isEqualTo("Not_Ready");
    }

    @Test
    default void supervisorShouldBeAbleToSetHimIdle() {
        Seat agent = agent();
        fault(agent, "idle", "");

        agent.awaitState("Not_Ready");
        assertThat(agent.refusal("MakeCall", "3125550142")).isEqualTo("409 AGENT_NOT_READY");
    }

    @Test
    default void supervisorsLogOutShouldBeToldAndUndoneByALogin() {
        Seat agent = agent();
        fault(agent, "logged-out", "");
        agent.watch()
                .await(
                        "logged out",
                        frame -> frame.at("/message/data/state").asText().equals("Logged_Out")
                                || frame.at("/gateway/code").asText().equals("AUTH_EXPIRED"));

        agent.login();
        agent.ready().talking();
    }

    /** 1038: what he asked for has failed, and what he asks for next works (sheet 10). */
    @Test
    default void stationThatIsGoneShouldBeTakenAgain() {
        Seat agent = agent();
        agent.does("SetNotReady");
        agent.awaitState("Not_Ready");
        fault(agent, "station-gone", "");

        assertThat(agent.failure(agent.ask("SetReady", Map.of()))).isEqualTo("NOT_LOGGED_IN");
        agent.ready().talking();
    }

    /** Never reconnected by itself (sheet 5.1); a Login takes it back, and the call is still there. */
    @Test
    default void otherClientThatTakesOverShouldBeLeftAloneUntilALogin() {
        Call call = agent().talking();
        Seat agent = call.seat();
        fault(agent, "multi-login", "");
        agent.watch().awaitCode("LINK_DOWN");
        assertThat(call.refusal("Hold", Map.of())).isEqualTo("409 AUTH_EXPIRED");
        assertThat(control().server(agent.name())).isEmpty();

        agent.login().awaitLink();
        call.until("CONNECTED").does("Hold");
    }
}
