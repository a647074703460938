package dev.trunkline.system.kit.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.kit.Call;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Kit;
import dev.trunkline.system.kit.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dial is answered by an id, maybe after its events; it rings the agent first; and when it fails it still owes a wrap-up (sheet 3, 6). */
interface OutdialCases extends Kit {
    String NUMBER = FarEnd.ANSWERS.number();

    private Seat agentWith(String kind, String more) {
        Seat agent = agent();
        control().fault("{\"kind\":\"" + kind + "\",\"count\":1," + more + "\"agent\":\"" + agent.name() + "\"}");
        return agent;
    }

    @Test
    default void answerThatComesAfterTheEventsShouldBeTheSameCall() {
        Seat agent = agentWith("late-answer", "\"seconds\":2,");
        JsonNode ack = agent.ask("MakeCall", NUMBER);
        Call call = new Call(agent, ack.path("callRef").asText()).until("CONNECTED");

        agent.done(ack);
        assertThat(call.lifeCycles()).isEqualTo(platform().answered());
        assertThat(control().callsTo(agent.name(), NUMBER)).hasSize(1);
    }

    /** Nobody was called: the agent's own phone is rung first. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "agent-declines, CANCELLED_BY_AGENT",
        "rona, AGENT_PHONE_NO_ANSWER",
        "agent-unreachable, DEVICE_UNAVAILABLE"
    })
    default void agentsOwnPhoneShouldBeToldApartFromTheCustomers(String kind, String reason) {
        Seat agent = agentWith(kind, "");
        Call call = agent.dial(NUMBER);
        call.wrappedUp();

        assertThat(call.reason()).isEqualTo(reason);
        assertThat(call.lifeCycles())
                .doesNotContain("CONNECTED")
                .contains("FAILED")
                .endsWith("ENDED");
        agent.ready().talking();
    }

    /** A word that is known, one that is only like others, and one that nobody has heard of (sheet 6.3). */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CUSTOMER_BUSY, 1022, BUSY",
        "CUSTOMER_NO_ANSWER, 1023, NO_ANSWER",
        "DESTINATION_NOT_FOUND, 1024, INVALID_NUMBER",
        "FLOW_HAS_GONE_ASTRAY, 4711, PLATFORM_ERROR"
    })
    default void wordOfAFailureShouldBeTheReason(String word, int code, String reason) {
        Call call = agentWith("outbound-failed", "\"text\":\"" + word + "\",\"status\":" + code + ",")
                .dial(NUMBER)
                .until("WRAP_UP");

        assertThat(call.reason()).isEqualTo(reason);
        assertThat(call.lifeCycles()).containsSubsequence("FAILED", "WRAP_UP");
        JsonNode said = call.last().at("/message/call/ResponseActual");
        assertThat(said.findValuesAsText("interactionId")).contains(call.callId());
        call.finish();
    }

    @Test
    default void failureBeforeAnythingWasOfferedShouldEndTheCall() {
        Seat agent = agentWith("fail-early", "");
        Call call = agent.dial(NUMBER);
        call.wrappedUp();

        assertThat(call.lifeCycles())
                .doesNotContain("CONNECTED")
                .contains("FAILED")
                .containsOnlyOnce("ENDED");
        agent.ready().talking();
    }

    @Test
    default void failedDialShouldKeepTheNextOneAwayUntilItIsWrappedUp() {
        Seat agent = agent();
        Call call = agent.dial(FarEnd.BUSY).until("WRAP_UP");
        assertThat(agent.refusal("MakeCall", NUMBER)).isEqualTo("409 AGENT_BUSY");
        call.does("WrapUp");

        call.ended();
        agent.ready().talking();
        assertThat(control().callsTo(agent.name(), NUMBER)).hasSize(1);
    }

    /** An old wrap-up that nobody sees here keeps the channel (sheet 10): not a call, and not told as one. */
    @Test
    default void channelThatIsNotFreeShouldFailTheDial() {
        Seat agent = agentWith("no-channel", "");
        JsonNode ack = agent.ask("MakeCall", NUMBER);
        Call call = new Call(agent, ack.path("callRef").asText());
        call.ended();

        assertThat(call.lifeCycles()).doesNotContain("CONNECTED", "WRAP_UP");
        assertThat(control().callsTo(agent.name(), NUMBER)).isEmpty();
        agent.ready().talking();
    }
}
