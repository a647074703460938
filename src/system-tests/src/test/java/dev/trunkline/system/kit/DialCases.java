package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dial is dangerous: whatever becomes of it, it is done once at most, and somebody knows. */
@Covers(Covers.Group.DIALS)
public interface DialCases extends Kit {
    String NUMBER = FarEnd.ANSWERS.number();

    @Test
    default void repeatedKeyShouldBeReplayedOverBothTransports() {
        Seat agent = agent();
        Call call = agent.dial(NUMBER, "Idempotency-Key", "kit-replay-1").until("CONNECTED");
        JsonNode again = agent.ask("MakeCall", NUMBER, "Idempotency-Key", "kit-replay-1");

        assertThat(again.path("status").asText()).isEqualTo("replayed");
        assertThat(again.path("callRef").asText()).isEqualTo(call.callRef());
        assertThat(again.path("callId").asText()).isEqualTo(call.callId());
        JsonNode spoken = overWebSocket(agent, NUMBER, "kit-replay-1");
        assertThat(spoken.path("status").asText()).isEqualTo("replayed");
        assertThat(spoken.path("commandId")).isEqualTo(again.path("commandId"));
        assertThat(control().callsTo(agent.name(), NUMBER)).hasSize(1);
    }

    /** @return the acknowledgement's message */
    private JsonNode overWebSocket(Seat agent, String number, String key) {
        try (Person.Line line = agent.person().listen("")) {
            line.say(Messages.with(
                    platform(), "MakeCall", number, Map.of("requestId", "r-" + key, "idempotencyKey", key)));
            JsonNode ack = line.frames()
                    .await("the answer", frame -> frame.path("topic").asText().equals("Ack"));
            assertThat(ack.at("/message/requestId").asText()).isEqualTo("r-" + key);
            return ack.path("message");
        }
    }

    @Test
    default void keyGivenOverWebSocketShouldBeReplayedOverRest() {
        Seat agent = agent();
        JsonNode first = overWebSocket(agent, NUMBER, "kit-replay-2");
        JsonNode again = agent.ask("MakeCall", NUMBER, "Idempotency-Key", "kit-replay-2");

        assertThat(first.path("status").asText()).isEqualTo("accepted");
        assertThat(again.path("status").asText()).isEqualTo("replayed");
        assertThat(again.path("commandId")).isEqualTo(first.path("commandId"));
        agent.done(first);
        assertThat(control().callsTo(agent.name(), NUMBER)).hasSize(1);
    }

    @Test
    default void keyOfAnotherRequestShouldBeRefused() {
        Seat agent = agent();
        agent.dial(NUMBER, "Idempotency-Key", "kit-conflict").until("CONNECTED");

        assertThat(agent.refusal("MakeCall", "3125550199", "Idempotency-Key", "kit-conflict"))
                .isEqualTo("422 IDEMPOTENCY_CONFLICT");
        assertThat(control().callsTo(agent.name(), "3125550199")).isEmpty();
    }

    @Test
    default void keyOfARefusedDialShouldStayFree() {
        Seat agent = agent();
        agent.does("SetNotReady");
        agent.awaitState("Not_Ready");
        assertThat(agent.refusal("MakeCall", NUMBER, "Idempotency-Key", "kit-free"))
                .isEqualTo("409 AGENT_NOT_READY");
        agent.ready();

        assertThat(agent.ask("MakeCall", NUMBER, "Idempotency-Key", "kit-free")
                        .path("status")
                        .asText())
                .isEqualTo("accepted");
    }

    @Test
    default void secondDialShouldBeRefusedWhileOneIsUnderWay() {
        Seat agent = agent();
        Call call = agent.dial(NUMBER);
        assertThat(agent.refusal("MakeCall", "3125550199")).isEqualTo("409 AGENT_BUSY");
        call.until("CONNECTED");

        assertThat(agent.refusal("MakeCall", "3125550199")).isEqualTo("409 AGENT_BUSY");
        assertThat(control().callsTo(agent.name(), "3125550199")).isEmpty();
    }

    @Test
    default void wrapUpThatIsNotFinishedShouldBlockTheNextDial() {
        assumeTrue(platform().wrapsUp());
        Call call = agent().talking();
        call.farEnd("hangup");
        call.until("WRAP_UP");

        assertThat(call.seat().refusal("MakeCall", NUMBER)).isEqualTo("409 AGENT_BUSY");
    }

    @Test
    default void failedDialShouldKeepItsKey() {
        Seat agent = agent();
        String number = FarEnd.SERVER_ERROR.number();
        JsonNode ack = agent.ask("MakeCall", number, "Idempotency-Key", "kit-failed");
        agent.failure(ack);

        JsonNode again = agent.ask("MakeCall", number, "Idempotency-Key", "kit-failed");
        assertThat(again.path("status").asText()).isEqualTo("replayed");
        assertThat(again.path("commandId")).isEqualTo(ack.path("commandId"));
    }

    @Test
    default void lostAnswerShouldBeSettledByLookingNotByDialling() {
        Seat agent = agent();
        String number = FarEnd.LOST_DIAL_ANSWER.number();
        JsonNode ack = agent.ask("MakeCall", number, "Idempotency-Key", "kit-lost");

        agent.done(ack);
        agent.ask("MakeCall", number, "Idempotency-Key", "kit-lost");
        assertThat(control().callsTo(agent.name(), number)).hasSize(1);
    }

    @Test
    default void answerThatNeverComesShouldBeSettledWithoutASecondCall() {
        Seat agent = agent();
        control().fault("{\"kind\":\"slow\",\"seconds\":12,\"count\":1,\"agent\":\"" + agent.name() + "\"}");
        JsonNode ack = agent.ask("MakeCall", NUMBER, "Idempotency-Key", "kit-slow");
        JsonNode command = agent.settled(ack);

        assertThat(command.path("status").asText().equals("done")
                        || command.at("/problem/code").asText().equals("OUTCOME_UNKNOWN"))
                .as(command.toString())
                .isTrue();
        assertThat(control().callsTo(agent.name(), NUMBER)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    default void requestIdShouldComeBackWithAcknowledgementEventAndError() {
        Seat agent = agent();
        JsonNode ack = Person.acknowledged(agent.person()
                .post(Messages.with(
                        platform(), "MakeCall", FarEnd.RATE_LIMITED.number(), Map.of("requestId", "r-error"))));
        assertThat(ack.path("requestId").asText()).isEqualTo("r-error");
        agent.failure(ack);
        assertThat(agent.watch()
                        .awaitSubtopic("ApiError")
                        .at("/gateway/requestId")
                        .asText())
                .isEqualTo("r-error");
        agent.awaitState("Ready");

        ack = Person.acknowledged(
                agent.person().post(Messages.with(platform(), "MakeCall", NUMBER, Map.of("requestId", "r-call"))));
        agent.done(ack);
        assertThat(agent.watch().shown("MakeCall", ack).at("/gateway/requestId").asText())
                .isEqualTo("r-call");
    }

    @Test
    default void acknowledgementShouldWaitForTheCallIdWhereAskedTo() {
        JsonNode ack = agent().ask("MakeCall", NUMBER, "Prefer", "wait=10");
        assertThat(ack.path("callId").asText()).isNotEmpty().isNotEqualTo("null");
    }
}
