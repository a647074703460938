package dev.trunkline.system.kit.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.system.Await;
import dev.trunkline.system.kit.Call;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Kit;
import dev.trunkline.system.kit.Seat;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Longer outages (sheet 2.5, 5.6): the other node, and what becomes of an agent whom Finesse has not seen for too long. */
interface OutageCases extends Kit {
    /** The node fails at which the agent is; his stream is there again, over the other one. */
    private void failOver(Seat agent, String fault) {
        failOver(agent, fault, () -> {});
    }

    /** @param meanwhile what happens as soon as the node has failed */
    private void failOver(Seat agent, String fault, Runnable meanwhile) {
        String before = control().server(agent.name());
        String node = before.startsWith("b.") ? "b" : "a";
        control().fault("{\"kind\":\"" + fault + "\",\"node\":\"" + node + "\",\"seconds\":60}");
        meanwhile.run();
        Await.until("a stream over the other node", () -> !Set.of(before, "")
                .contains(control().server(agent.name())));
        agent.awaitLink();
    }

    @Test
    default void callShouldGoOnOverTheOtherNode() {
        Call call = agent().talking();
        failOver(call.seat(), "node-down");

        assertThat(call.lifeCycle()).isEqualTo("CONNECTED");
        call.does("Hold");
        call.does("Retrieve");
        call.finish();
        assertThat(call.lifeCycles()).endsWith("CONNECTED", "WRAP_UP", "ENDED").containsOnlyOnce("ENDED");
        call.seat().ready().talking().finish();
        assertThat(control().callsTo(call.seat().name(), FarEnd.ANSWERS.number()))
                .hasSize(2);
    }

    @Test
    default void endOfACallDuringTheOutageShouldBeFound() {
        Call call = agent().talking();
        String callId = call.callId();
        failOver(call.seat(), "node-down", () -> control().farEnd(callId, "hangup"));

        call.until("WRAP_UP");
        call.finish();
    }

    @Test
    default void nodeOutOfServiceShouldBeLeft() {
        Call call = agent().talking();
        failOver(call.seat(), "out-of-service");

        call.does("Hold");
        call.finish();
    }

    @Test
    default void firstNodeShouldServeAgainWhenTheSecondFails() {
        Seat agent = agent();
        failOver(agent, "node-down");
        control().reset();
        failOver(agent, "node-down");

        agent.ready().talking().finish();
    }

    @Test
    default void agentWhomFinesseHasLoggedOutShouldBeToldSo() {
        Seat agent = agent();
        control().fault("{\"kind\":\"refuse-stream\",\"seconds\":5,\"agent\":\"" + agent.name() + "\"}");
        control().fault("{\"kind\":\"cut-stream\",\"seconds\":5,\"agent\":\"" + agent.name() + "\"}");
        agent.watch().awaitCode("LINK_DOWN");

        agent.watch().await("logged out", frame -> frame.at("/message/data/state")
                .asText()
                .equals("Logged_Out"));
        assertThat(agent.standing().path("signedIn").asBoolean()).isFalse();
        assertThat(agent.refusal("MakeCall", FarEnd.ANSWERS.number())).isEqualTo("409 NOT_LOGGED_IN");
        agent.ready();
        agent.talking().finish();
    }
}
