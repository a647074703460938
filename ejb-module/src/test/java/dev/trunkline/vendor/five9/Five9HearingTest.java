package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.CallFixture.AGENT;
import static dev.trunkline.vendor.five9.CallFixture.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.port.JsonParts;
import dev.trunkline.port.Told;
import dev.trunkline.vendor.five9.Five9Pending.Dialled;
import dev.trunkline.vendor.five9.Five9Seat.HandOver;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.Frame;
import dev.trunkline.vendor.five9.wire.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from one event, and from none (sheet 5.4): frames by hand, without a platform. */
class Five9HearingTest {
    private static final Presence READY = new Presence(List.of("CALL"), "0", 0);

    private final Told told = new Told();
    private final Five9Seat seat = new Five9Seat();
    private final List<String> windows = new ArrayList<>();
    private int rereads;
    private final Five9Hearing hearing =
            new Five9Hearing(AGENT, told, seat, Five9SettingsTest.settings(Map.of()), new Five9Hearing.Follow() {
                @Override
                public void reread() {
                    rereads++;
                }

                @Override
                public void doubts() {}

                @Override
                public void deaf() {}

                @Override
                public void window(String call) {
                    windows.add(call);
                }

                @Override
                public void learn(String campaign) {}

                @Override
                public void learnVariables() {}

                @Override
                public void forgetCampaigns() {}
            });

    @BeforeEach
    void begin() {
        hearing.begin();
        hearing.readingBegins();
        read(READY);
        seat.pending().begin(new Dialled("m-1", "6085559000", Map.of()));
    }

    private void read(Presence presence, CallInfo... calls) {
        Five9Agent agent = new Five9Agent("3570001", "agent1@acme.example", "WORKING", "1001", presence);
        hearing.current(new Five9Reading(agent, List.of(calls)));
    }

    private boolean hear(String event, String payLoad) {
        return hear(event, "null", payLoad);
    }

    private boolean hear(String event, String timeStamp, String payLoad) {
        Frame frame = Five9Json.frame("{\"context\":{\"eventId\":\"" + event
                + "\",\"eventReason\":\"UPDATED\",\"timeStamp\":" + timeStamp + "},\"payLoad\":" + payLoad + "}");
        return hearing.hear(frame);
    }

    private static String info(String state) {
        return CallFixture.minimal(state).raw();
    }

    private void talking() {
        hear("3", info("OFFERED"));
        hear("4", info("TALKING"));
    }

    private static CallInfo changed(String value) {
        return Five9Json.call(
                JsonParts.object(info("TALKING").replaceFirst("\\{", "{\"variables\":{\"v1\":\"" + value + "\"},")));
    }

    private void push(CallInfo call) {
        hear("4", call.raw());
    }

    private void read(CallInfo call) {
        hearing.readingBegins();
        read(READY, call);
    }

    private List<String> values() {
        return told.spoken().stream()
                .filter(call -> call.raw().contains("v1"))
                .map(call -> JsonParts.text(JsonParts.child(JsonParts.object(call.raw()), "variables"), "v1"))
                .toList();
    }

    @Test
    void variablesThatAreReadBeforeTheirPushesShouldNotBeTakenBackByThem() {
        talking();
        push(changed("1"));
        read(changed("3"));
        push(changed("2"));
        push(changed("3"));
        assertThat(values()).containsExactly("1", "1", "2", "3");
    }

    @Test
    void variablesOfWhichNoPushComesShouldBeToldByTheNextReading() {
        talking();
        push(changed("1"));
        read(changed("3"));
        read(changed("3"));
        assertThat(values()).containsExactly("1", "1", "3");
    }

    @Test
    void whatWasPushedWhileTheFirstReadingLastedShouldNotBeTakenBack() {
        talking();
        push(changed("1"));
        hearing.begin();
        hearing.readingBegins();
        hearing.willHear(List.of(
                "{\"context\":{\"eventId\":\"4\"},\"payLoad\":" + changed("2").raw() + "}", "garbage"));
        read(READY, changed("3"));
        push(changed("2"));
        push(changed("3"));
        assertThat(values()).containsExactly("1", "1", "2", "3");
    }

    @Test
    void beginningAndEndShouldBeToldOnceThoughTheyAreSaidTwice() {
        hear("3", info("OFFERED"));
        hear("30", info("OFFERED"));
        hear("4", info("RINGING_ON_OTHER_SIDE"));
        hear("4", info("TALKING"));
        hear("4", info("WRAP_UP"));
        hear("4", info("FINISHED"));
        hear("5", info("FINISHED"));
        hear("31", info("FINISHED"));
        assertThat(told.calls)
                .extracting(call -> call.lifeCycle().orElseThrow())
                .containsExactly(
                        LifeCycle.INITIATED,
                        LifeCycle.DIALING,
                        LifeCycle.CONNECTED,
                        LifeCycle.WRAP_UP,
                        LifeCycle.ENDED);
        assertThat(told.calls).extracting(CallSnapshot::causedBy).startsWith("m-1");
    }

    /** Talk may still turn up. */
    @Test
    void endOfACallThatNobodyWasSeenToAnswerShouldWait() {
        hear("3", info("RINGING_ON_OTHER_SIDE"));
        hear("4", info("WRAP_UP"));
        assertThat(told.lives()).containsExactly(LifeCycle.DIALING);
        assertThat(windows).containsExactly(CALL);
        hear("4", info("TALKING"));
        hearing.windowOver(CALL);
        assertThat(told.lives()).contains(LifeCycle.WRAP_UP).doesNotContain(LifeCycle.FAILED);
    }

    @Test
    void callThatNobodyAnsweredShouldFailWhenTheWaitIsOver() {
        hear("3", info("RINGING_ON_OTHER_SIDE"));
        hear("4", info("WRAP_UP"));
        hearing.windowOver(CALL);
        assertThat(told.lives()).containsExactly(LifeCycle.DIALING, LifeCycle.FAILED, LifeCycle.WRAP_UP);
        assertThat(told.lastCall().guess()).contains(Reason.NOT_CONNECTED);
    }

    @Test
    void failureWithoutACallShouldBeTheDials() {
        hear("65", "{\"cause\":\"Busy\",\"errorCode\":17,\"number\":\"6085559000\"}");
        assertThat(told.failedCommands).containsExactly("m-1");
        assertThat(told.failures.get(0).getMessage()).contains("Busy");
        assertThat(told.calls).isEmpty();
    }

    /** Somebody else's dial, at the agent's own desktop. */
    @Test
    void failureOfAnotherNumberShouldNotBeTheDials() {
        hear("65", "{\"cause\":\"Busy\",\"errorCode\":17,\"number\":\"3125550199\"}");
        assertThat(told.failedCommands).isEmpty();
        talking();
        assertThat(told.lastCall().causedBy()).isEqualTo("m-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"58", "40"})
    void transferThatFailedShouldBeItsCommands(String event) {
        talking();
        seat.note(CALL, notes -> notes.ending(Reason.TRANSFERRED));
        seat.handsOver(new HandOver("m-2", CALL));
        hear(event, "null");
        assertThat(told.failedCommands).containsExactly("m-2");
        hear(event, "null");
        assertThat(told.failedCommands).as("once").hasSize(1);
        assertThat(rereads).isPositive();
    }

    @Test
    void presenceThatIsPushedShouldBeTold() {
        hear("12", "{\"currentState\":{\"readyChannels\":[],\"notReadyReasonCodeId\":\"0\"}}");
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void presenceOfBeforeShouldNotComeBack() {
        hear("12", "1747600000200", "{\"currentState\":{\"readyChannels\":[],\"notReadyReasonCodeId\":\"0\"}}");
        hear("12", "1747600000100", "{\"currentState\":{\"readyChannels\":[\"CALL\"],\"notReadyReasonCodeId\":\"0\"}}");
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.NOT_READY);
        hear("12", "1747600000300", "{\"currentState\":{\"readyChannels\":[\"CALL\"],\"notReadyReasonCodeId\":\"0\"}}");
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.READY);
    }

    /** Between the end of a call and the event that says so he is not Ready for a moment. */
    @Test
    void presenceThatWasPutOffShouldHoldAtTheEndOfTheCall() {
        talking();
        hear("4", info("WRAP_UP"));
        Presence before = seat.agent().orElseThrow().presence();
        seat.willBe(before, new Presence(List.of(), "0", 0));
        hear("5", info("FINISHED"));
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void presenceThatWasToldSinceShouldCount() {
        Presence before = seat.agent().orElseThrow().presence();
        hear("12", "{\"currentState\":{\"readyChannels\":[\"CALL\"],\"notReadyReasonCodeId\":\"0\"}}");
        seat.willBe(before, new Presence(List.of(), "0", 0));
        hear("3", info("OFFERED"));
        hear("5", info("FINISHED"));
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.READY);
    }

    @Test
    void presenceThatIsPushedWhileWeReadShouldStand() {
        hearing.readingBegins();
        hear("12", "{\"currentState\":{\"readyChannels\":[],\"notReadyReasonCodeId\":\"0\"}}");
        read(READY);
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.NOT_READY);
        hearing.readingBegins();
        read(READY);
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.READY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "17", "18", "42", "6", "32"})
    void eventThatSaysLittleShouldBeAskedAbout(String event) {
        hear(event, "null");
        assertThat(rereads).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "5", "12"})
    void eventWithoutWhatItIsAboutShouldBeAskedAbout(String event) {
        hear(event, "[\"odd\"]");
        assertThat(rereads).isEqualTo(1);
        assertThat(told.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000", "9999", "10003", "8", "53"})
    void eventOfOthersShouldBeNobodysBusiness(String event) {
        assertThat(hear(event, "{\"id\":\"1\"}")).isFalse();
        assertThat(rereads).isZero();
        assertThat(told.calls).isEmpty();
    }

    /** A reading may overtake what is pushed: a call must be missing twice. */
    @Test
    void callThatOneReadingDoesNotHaveShouldStay() {
        talking();
        hearing.readingBegins();
        read(READY);
        assertThat(told.untilNow(CALL, now -> true).lifeCycle()).contains(LifeCycle.CONNECTED);
        hearing.readingBegins();
        read(READY);
        assertThat(told.untilNow(CALL, now -> true).lifeCycle()).contains(LifeCycle.ENDED);
    }

    /** What was pushed meanwhile was lost. */
    @Test
    void callThatTheFirstReadingOfAConnectionDoesNotHaveShouldBeGone() {
        talking();
        hearing.begin();
        hearing.readingBegins();
        read(READY);
        assertThat(told.untilNow(CALL, now -> true).lifeCycle()).contains(LifeCycle.ENDED);
    }

    @Test
    void readingThatBeganBeforeAPushShouldNotTakeItBack() {
        talking();
        hearing.readingBegins();
        hear("4", info("ON_HOLD"));
        read(READY, CallFixture.minimal("TALKING"));
        assertThat(told.untilNow(CALL, now -> true).lifeCycle()).isEqualTo(Optional.of(LifeCycle.HELD));
    }

    /** Whoever is not in a reading is gone: its disposition would be owed for good. */
    @ParameterizedTest
    @ValueSource(strings = {"WRAP_UP", "FINISHED"})
    void readingWhileAnEndWaitsShouldStillHaveTheCall(String end) {
        hear("3", info("RINGING_ON_OTHER_SIDE"));
        hearing.readingBegins();
        hear(end.equals("FINISHED") ? "5" : "4", info(end));
        CallInfo[] left = end.equals("FINISHED") ? new CallInfo[0] : new CallInfo[] {CallFixture.minimal(end)};
        read(READY, left);
        hearing.windowOver(CALL);
        List<LifeCycle> lives = told.spoken().stream()
                .map(call -> call.lifeCycle().orElseThrow())
                .distinct()
                .toList();
        assertThat(lives)
                .startsWith(LifeCycle.DIALING, LifeCycle.FAILED)
                .endsWith(end.equals("FINISHED") ? LifeCycle.ENDED : LifeCycle.WRAP_UP);
        assertThat(told.currents.get(told.currents.size() - 1))
                .extracting(CallSnapshot::id)
                .contains(CALL);
    }

    /** A late word of the dial before, whose number was another. */
    @Test
    void failureOfAnotherNumberShouldNotBeTheCallsThatRings() {
        hear("3", info("RINGING_ON_OTHER_SIDE"));
        hear("65", "{\"cause\":\"Invalid number\",\"errorCode\":17,\"number\":\"3125550199\"}");
        hear("4", info("WRAP_UP"));
        hearing.windowOver(CALL);
        assertThat(told.lastCall().reason()).isEmpty();
    }

    @Test
    void presenceWithoutAStateShouldBeAskedAbout() {
        hear("12", "{\"currentState\":null}");
        assertThat(rereads).isEqualTo(1);
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.READY);
    }
}
