package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who or what answers a dial: each is told apart by life-cycle and reason, and each call ends once. */
@Covers(Covers.Group.FAR_ENDS)
public interface FarEndCases extends Kit {
    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void farEndShouldBeToldByLifeCycleAndReason(FarEnd end) {
        Seat agent = agent();
        Outcome outcome = platform().outcome(end);
        JsonNode ack = agent.ask("MakeCall", end.number());
        Call call = new Call(agent, ack.path("callRef").asText());
        if (!outcome.isCall()) {
            assertThat(agent.failure(ack)).isEqualTo(outcome.reason());
            assertThat(control().callsTo(agent.name(), end.number())).isEmpty();
            assertThat(call.over()).isTrue();
            return;
        }
        agent.done(ack);
        if (outcome.talks()) {
            call.until("CONNECTED");
            assertThat(outcome.lifeCycles()).containsSubsequence(call.lifeCycles());
            call.until("a call", "Drop").finish();
        } else {
            call.until(outcome.lifeCycles().get(outcome.lifeCycles().size() - 1));
            assertThat(call.lifeCycles()).isEqualTo(outcome.lifeCycles());
            call.finish();
            assertThat(call.reason()).isEqualTo(outcome.reason());
        }
        assertThat(call.lifeCycles()).endsWith("ENDED");
        assertThat(control().callsTo(agent.name(), end.number())).hasSize(1);
    }

    @Test
    default void farEndThatHangsUpShouldEndTheTalk() {
        Call call = agent().talking();
        call.farEnd("hangup");
        call.until(platform().wrapsUp() ? "WRAP_UP" : "ENDED");

        assertThat(call.reason()).isEqualTo("REMOTE_HANGUP");
    }

    @Test
    default void farEndThatAnswersLateShouldStillBeATalk() {
        List<String> answered = platform().answered();
        Call call = agent().dial(FarEnd.NO_ANSWER).until(answered.get(answered.size() - 2));
        call.farEnd("answer");

        call.until("CONNECTED");
        assertThat(call.lifeCycles()).isEqualTo(answered);
    }

    default Stream<Map.Entry<String, String>> lateRefusals() {
        return platform().lateRefusals().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("lateRefusals")
    default void refusalAfterTheDialWasTakenShouldBeTheCommandsFailure(Map.Entry<String, String> refusal) {
        Seat agent = agent();
        control().fault("{" + refusal.getKey() + ",\"count\":1,\"agent\":\"" + agent.name() + "\"}");
        JsonNode ack = agent.ask("MakeCall", FarEnd.ANSWERS.number());

        assertThat(agent.failure(ack)).isEqualTo(refusal.getValue());
        assertThat(control().callsTo(agent.name(), FarEnd.ANSWERS.number())).isEmpty();
    }
}
