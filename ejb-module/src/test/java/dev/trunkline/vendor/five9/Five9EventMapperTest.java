package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.CallFixture.minimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.five9.Five9Call.Me;
import dev.trunkline.vendor.five9.Five9Call.Memory;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.Presence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Five9EventMapperTest {
    private static final Me ME = new Me("agent1@acme.example", "1001", false);

    private static Five9Call call(CallInfo info, Memory memory, Five9Notes notes) {
        return new Five9Call(ME, info, "2026-03-04T15:02:10.120Z", "", Map.of(), memory, notes);
    }

    private static Five9Call call(String state, boolean talked) {
        return call(minimal(state), Memory.NONE.from("m-1", "6085559000").standing(talked, false), Five9Notes.NONE);
    }

    private static List<LifeCycle> lives(Five9Call call, boolean failedBefore) {
        return Five9EventMapper.toSnapshots(call, "", failedBefore).stream()
                .flatMap(one -> one.lifeCycle().stream())
                .toList();
    }

    private static CallSnapshot last(Five9Call call) {
        List<CallSnapshot> all = Five9EventMapper.toSnapshots(call, "", true);
        return all.get(all.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED, false, INITIATED",
        "RINGING_ON_OTHER_SIDE, false, DIALING",
        "TALKING, true, CONNECTED",
        "ON_HOLD, true, HELD",
        "WRAP_UP, true, WRAP_UP",
        "WRAP_UP, false, FAILED WRAP_UP",
        "FINISHED, true, ENDED",
        "FINISHED, false, FAILED ENDED",
        "PARKED, true, ''"
    })
    void stateShouldBeTheContractsLifeCycle(String state, boolean talked, String expected) {
        assertThat(lives(call(state, talked), false).stream().map(LifeCycle::name))
                .containsExactlyElementsOf(Arrays.stream(expected.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList());
        assertThat(last(call(state, talked)).platformState()).isEqualTo(state);
    }

    @Test
    void failureShouldBeToldOnce() {
        assertThat(lives(call("FINISHED", false), true)).containsExactly(LifeCycle.ENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED, ANSWER REJECT UPDATE_CALL_DATA DROP SCHEDULE",
        "RINGING_ON_OTHER_SIDE, UPDATE_CALL_DATA DROP SCHEDULE",
        "TALKING, DIRECT_TRANSFER CONSULT HOLD UPDATE_CALL_DATA DROP SCHEDULE",
        "ON_HOLD, DIRECT_TRANSFER RETRIEVE UPDATE_CALL_DATA DROP SCHEDULE",
        "WRAP_UP, UPDATE_CALL_DATA SCHEDULE WRAP_UP",
        "FINISHED, ''"
    })
    void stateShouldSayWhatIsOpen(String state, String verbs) {
        assertThat(last(call(state, true)).allowed().stream().map(Verb::name))
                .containsExactlyElementsOf(Arrays.stream(verbs.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    @Test
    void callbackMayBeCancelledWhereThereIsOne() {
        Five9Call call = call(minimal("TALKING"), Memory.NONE.standing(true, false), Five9Notes.NONE.calledBack("77"));
        assertThat(last(call).allowed()).contains(Verb.CANCEL_SCHEDULE);
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT_HANGUP, true, AGENT_HANGUP",
        "AGENT_HANGUP, false, CANCELLED_BY_AGENT",
        "TRANSFERRED, true, TRANSFERRED"
    })
    void endThatWasAskedForShouldBeThat(Reason asked, boolean talked, Reason expected) {
        Memory memory = Memory.NONE.standing(talked, false).because(Optional.empty(), Optional.of(Reason.NO_ANSWER));
        Five9Notes notes = Five9Notes.NONE.ending(asked);
        assertThat(last(call(minimal("WRAP_UP"), memory, notes)).guess()).contains(expected);
        assertThat(last(call(minimal("TALKING"), memory, notes)).guess())
                .as("while it lives")
                .isEmpty();
    }

    @Test
    void endThatTheEventGaveAReasonForShouldBeReported() {
        Memory memory = Memory.NONE.because(Optional.of(Reason.BUSY), Optional.of(Reason.NOT_CONNECTED));
        assertThat(last(call(minimal("WRAP_UP"), memory, Five9Notes.NONE)).reason())
                .contains(Reason.BUSY);
    }

    @Test
    void callThatThePlatformNoLongerHasShouldEndWithoutAGuess() {
        CallSnapshot gone = Five9EventMapper.gone(call("RINGING_ON_OTHER_SIDE", false));
        assertThat(gone.lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(gone.platformState()).isEqualTo("FINISHED");
        assertThat(gone.allowed()).isEmpty();
        assertThat(gone.platformTime()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MANUAL, true", "AGENT, true", "PREVIEW, true", "INBOUND, false", "QUEUE_CALLBACK, false"})
    void callFromOutsideShouldNotBePublished(String callType, boolean published) {
        CallInfo one = minimal("TALKING");
        CallInfo info = new CallInfo(one.id(), one.state(), callType, "", "", "", "", "", Map.of(), one.raw());
        assertThat(last(call(info, Memory.NONE, Five9Notes.NONE)).published()).isEqualTo(published);
    }

    @Test
    void factsShouldNotDependOnTheTime() {
        Five9Call call = call("TALKING", true);
        Five9Call later = new Five9Call(
                ME, call.told(), "2026-03-04T15:02:11.000Z", "", Map.of(), call.memory(), Five9Notes.NONE);
        assertThat(last(call).facts()).isEqualTo(last(later).facts());
        Five9Call labelled = call.with(Five9Notes.NONE.labelled("Sale"));
        assertThat(last(call).facts()).isNotEqualTo(last(labelled).facts());
    }

    // ---- the agent

    @ParameterizedTest
    @CsvSource({
        "SELECT_STATION, '', false, false, LOGGED_OUT",
        "ACCEPT_NOTICE, '', false, false, UNKNOWN",
        "WORKING, CALL VOICE_MAIL, false, false, READY",
        "WORKING, VOICE_MAIL, false, false, NOT_READY",
        "WORKING, CALL, true, false, TALKING",
        "WORKING, CALL, false, true, WORK",
        "WORKING, '', true, true, TALKING"
    })
    void agentShouldBeWhatHeIsReadyForAndAt(
            String logIn, String channels, boolean onCall, boolean wrapUp, AgentState expected) {
        Five9Agent agent = new Five9Agent(
                "3570001", "agent1@acme.example", logIn, "1001", new Presence(List.of(channels.split(" ")), "0", 0));
        assertThat(Five9EventMapper.toAgent(agent, onCall, wrapUp, Map.of(), "").state())
                .isEqualTo(expected);
    }

    @Test
    void reasonShouldBeShownByItsName() {
        Five9Agent agent =
                new Five9Agent("3570001", "agent1@acme.example", "WORKING", "1001", new Presence(List.of(), "12", 1));
        AgentSnapshot lunch = Five9EventMapper.toAgent(agent, false, false, Map.of("12", "Lunch"), "m-1");
        assertThat(lunch.label()).isEqualTo("Lunch");
        assertThat(lunch.reasonCode()).isEqualTo("12");
        assertThat(lunch.causedBy()).isEqualTo("m-1");
        assertThat(Five9EventMapper.toAgent(agent, true, false, Map.of("12", "Lunch"), "")
                        .reasonCode())
                .as("on a call it is not shown")
                .isEmpty();
    }
}
