package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Frames;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agent does with one call: each verb shows its effect by an event that names it, and its command is done. */
public interface VerbCases extends Kit {
    @Test
    @Works("MakeCall")
    default void dialShouldBeOneCallFromFirstRingToItsEnd() {
        Seat agent = agent();
        JsonNode ack = agent.ask("MakeCall", FarEnd.ANSWERS.number());
        Call call = new Call(agent, ack.path("callRef").asText()).until("CONNECTED");

        JsonNode command = agent.done(ack);
        assertThat(command.path("callId").asText()).isEqualTo(call.callId());
        assertThat(agent.watch().shown("MakeCall", ack)).isEqualTo(call.told().get(0));
        assertThat(call.lifeCycles()).isEqualTo(platform().answered());
        call.finish();
        assertThat(call.lifeCycles()).endsWith("ENDED");
        assertThat(control().callsTo(agent.name(), FarEnd.ANSWERS.number())).hasSize(1);
    }

    @Test
    @Works("MakeCall")
    default void variablesOfADialShouldBeTold() {
        Seat agent = agent();
        String variable = platform().variable("callVariable3");
        Map<String, Object> dial =
                Map.of("toAddress", FarEnd.ANSWERS.number(), "variables", Map.of(variable, "LOAN-7781"));
        if (!platform().variablesWithDial()) {
            JsonNode ack = agent.ask("MakeCall", dial);
            assertThat(agent.failure(ack)).isIn("INVALID_DATA", "PLATFORM_REJECTED");
            return;
        }
        Call call = new Call(agent, agent.ask("MakeCall", dial).path("callRef").asText()).until("CONNECTED");
        assertThat(call.last().at("/gateway/variables").path(variable).asText()).isEqualTo("LOAN-7781");
    }

    @Test
    @Works({"Hold", "Retrieve"})
    default void heldCallShouldBeTakenBack() {
        Call call = agent().talking();

        assertThat(Frames.lifeCycle(call.does("Hold"))).isEqualTo("HELD");
        assertThat(call.lifeCycle()).isEqualTo("HELD");
        assertThat(Frames.lifeCycle(call.does("Retrieve"))).isEqualTo("CONNECTED");
        assertThat(call.lifeCycle()).isEqualTo("CONNECTED");
    }

    @Test
    @Works("Drop")
    default void droppedCallShouldEndForTheAgentsReason() {
        Call call = agent().talking();
        call.does("Drop");
        call.finish();

        assertThat(call.reason()).isEqualTo("AGENT_HANGUP");
        assertThat(call.lifeCycles()).endsWith(platform().wrapsUp() ? "WRAP_UP" : "CONNECTED", "ENDED");
    }

    @Test
    @Works("Drop")
    default void dropWhileItRingsShouldCancelTheDial() {
        Call call = agent().dial(FarEnd.NO_ANSWER).until("a ringing call", "Drop");
        call.does("Drop");
        call.wrappedUp();

        assertThat(call.reason()).isEqualTo("CANCELLED_BY_AGENT");
        assertThat(call.lifeCycles()).doesNotContain("CONNECTED").endsWith("ENDED");
    }

    @Test
    @Works("SendDTMF")
    default void digitsShouldReachThePlatform() {
        Call call = agent().talking();
        long before = control().asked();
        call.does("SendDTMF", Map.of("digits", "12#"));

        assertThat(control().asked()).isEqualTo(before + 1);
        assertThat(call.lifeCycle()).isEqualTo("CONNECTED");
    }

    @Test
    @Works("UpdateCallData")
    default void variablesShouldBeSetOnALiveCall() {
        Call call = agent().talking();
        String first = platform().variable("callVariable2");
        String second = platform().variable("callVariable4");
        JsonNode event = call.does("UpdateCallData", Map.of("variables", Map.of(first, "promised")));

        assertThat(event.at("/gateway/variables").path(first).asText()).isEqualTo("promised");
        event = call.does("UpdateCallData", Map.of("key", second, "value", "17"));
        assertThat(event.at("/gateway/variables").path(second).asText()).isEqualTo("17");
        assertThat(event.at("/gateway/variables").path(first).asText()).isEqualTo("promised");
    }

    @Test
    @Works("UpdateCallData")
    default void labelShouldBeTakenOnALiveCall() {
        Call call = agent().talking();
        String label = labelOf(call.seat());
        JsonNode ack = call.seat().ask("UpdateCallData", Map.of("callId", call.callId(), "label", label));

        call.seat().done(ack);
        assertThat(call.lifeCycle()).isEqualTo("CONNECTED");
    }

    /** Any label that the platform offers. */
    private static String labelOf(Seat seat) {
        return seat.query("GetWrapupReasonCode")
                .get(0)
                .at("/message/data/0/label")
                .asText();
    }

    @Test
    @Works("Reclassify")
    default void answeringMachineShouldBeReclassified() {
        Call call = agent().talking();
        JsonNode ack = call.seat().ask("Reclassify", Map.of("callId", call.callId(), "value", "ANS_MACHINE"));

        call.seat().done(ack);
        assertThat(call.lifeCycle()).isEqualTo("CONNECTED");
    }

    @Test
    @Works({"Mute", "Unmute"})
    default void mutedMicrophoneShouldBeOpenedAgain() {
        Call call = agent().talking();
        call.does("Mute");
        call.until("a muted call", "Unmute");
        call.does("Unmute");
        call.until("an open microphone", "Mute");
    }

    @Test
    @Works("WrapUp")
    default void outcomeShouldEndTheWrapUpAndLeaveTheAgentNotReady() {
        assumeTrue(platform().wrapsUp());
        Call call = agent().talking();
        call.farEnd("hangup");
        call.until("WRAP_UP");
        call.does("WrapUp", Map.of("wrapup", codeOf(call.seat())));

        call.ended();
        call.seat().awaitState("Not_Ready");
    }

    /** A code as a client names it: {@code code}, else the last segment of {@code uri} (contract 2.1). */
    private static String codeOf(Seat seat) {
        JsonNode first = seat.query("GetWrapupReasonCode").get(0).at("/message/data/0");
        String uri = first.path("uri").asText();
        return first.path("code").asText(uri.substring(uri.lastIndexOf('/') + 1));
    }

    @Test
    @Works("WrapUp")
    default void outcomeGivenDuringTheCallShouldBeKeptForItsWrapUp() {
        assumeTrue(platform().wrapsUp());
        Call call = agent().talking();
        JsonNode ack = call.seat()
                .ask("WrapUp", Map.of("callId", call.callId(), "wrapup", codeOf(call.seat()), "ready", true));
        assertThat(call.lifeCycle()).isEqualTo("CONNECTED");
        call.farEnd("hangup");

        call.ended();
        call.seat().done(ack);
        assertThat(call.lifeCycles()).endsWith("CONNECTED", "WRAP_UP", "ENDED");
        call.seat().awaitState("Ready");
    }

    @Test
    @Covers(Covers.Group.VERB_RULES)
    default void outcomeOfACallThatHasNoWrapUpShouldHaveNoEffect() {
        assumeFalse(platform().wrapsUpUnanswered());
        Call call = agent().dial(FarEnd.NO_ANSWER).until("a ringing call", "Drop");
        JsonNode ack = call.seat().ask("WrapUp", Map.of("callId", call.callId()));
        call.ended();

        assertThat(call.seat().failure(ack)).isEqualTo("NOT_EFFECTIVE");
    }
}
