package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The gateway is gone and comes again: nobody's call is closed, or kept, because we were away. */
@Covers(Covers.Group.RESTARTS)
public interface RestartCases extends Kit {
    @Test
    default void killedGatewayShouldTakeUpSignInsAndCalls() {
        Call lasting = agent().dial("3125550142", "Idempotency-Key", "kit-kill").until("CONNECTED");
        Call ending = colleague().talking();
        Seat typed = stage().seat(Stage.UNCONFIGURED).ready();
        String endingId = ending.callId();
        stage().kill();
        control().farEnd(endingId, "hangup");
        stage().start();

        Seat agent = stage().seat("alice");
        Call same = new Call(agent, lasting.callRef());
        agent.awaitLink();
        assertThat(same.lifeCycle()).isEqualTo("CONNECTED");
        same.does("Hold");
        keyIsKnown(agent);
        Call missed = new Call(stage().seat("bob"), ending.callRef());
        missed.until(platform().wrapsUp() ? "WRAP_UP" : "ENDED");
        assertThat(missed.last().at("/gateway/origin").asText()).isEqualTo("RESYNC");
        credentialIsAskedFor(stage().seat(typed.name()));
    }

    private void keyIsKnown(Seat agent) {
        JsonNode again = agent.ask("MakeCall", "3125550142", "Idempotency-Key", "kit-kill");
        assertThat(again.path("status").asText()).isEqualTo("replayed");
        assertThat(control().callsTo(agent.name(), "3125550142")).hasSize(1);
    }

    /** Nobody kept what was typed with Login. */
    private void credentialIsAskedFor(Seat typed) {
        typed.watch().awaitCode("AUTH_EXPIRED");
        assertThat(typed.refusal("SetNotReady", Seat.NO_DATA)).isEqualTo("409 AUTH_EXPIRED");
        typed.login().awaitLink();
        assertThat(typed.standing().path("signedIn").asBoolean()).isTrue();
    }

    @Test
    default void stoppedGatewayShouldLeaveTheAgentsAtWork() {
        Call call = agent().talking();
        stage().stop();
        stage().start();

        Call same = new Call(stage().seat("alice"), call.callRef());
        same.seat().awaitLink();
        assertThat(same.lifeCycle()).isEqualTo("CONNECTED");
        assertThat(control().callsTo("alice", FarEnd.ANSWERS.number())).hasSize(1);
        same.finish();
        same.seat().ready();
    }
}
