package dev.trunkline.system.kit.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.system.kit.Call;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Kit;
import dev.trunkline.system.kit.Seat;
import org.junit.jupiter.api.Test;

/** Longer outages (sheet 2.5, 5.6): the other node, and what becomes of an agent whom Finesse has not seen for too long. */
interface OutageCases extends Kit {
    private void down(String node) {
        control().fault("{\"kind\":\"node-down\",\"node\":\"" + node + "\",\"seconds\":60}");
    }

    /** The link is lost and found again. */
    private static void overTo(Seat agent) {
        agent.watch().awaitCode("LINK_DOWN");
        agent.watch().awaitCode("LINK_RESTORED");
        agent.awaitLink();
    }

    @Test
    default void callShouldGoOnOverTheOtherNode() {
        Call call = agent().talking();
        down("a");
        overTo(call.seat());

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
        down("a");
        control().farEnd(callId, "hangup");
        overTo(call.seat());

        call.until("WRAP_UP");
        assertThat(call.last().at("/gateway/origin").asText()).isEqualTo("RESYNC");
        call.finish();
    }

    @Test
    default void nodeOutOfServiceShouldBeLeft() {
        Call call = agent().talking();
        control().fault("{\"kind\":\"out-of-service\",\"node\":\"a\",\"seconds\":60}");
        overTo(call.seat());

        call.does("Hold");
        call.finish();
    }

    @Test
    default void firstNodeShouldServeAgainWhenTheSecondFails() {
        Seat agent = agent();
        down("a");
        overTo(agent);
        control().reset();
        down("b");
        agent.watch().awaitLast("LINK_DOWN", "LINK_RESTORED");

        agent.awaitLink();
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
