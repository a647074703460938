package dev.trunkline.vendor.gws;

import static dev.trunkline.vendor.gws.CallFixture.AGENT;
import static dev.trunkline.vendor.gws.CallFixture.CALL;
import static dev.trunkline.vendor.gws.CallFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.gws.CallFixture.Told;
import dev.trunkline.vendor.gws.wire.CallEvent;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How a call goes on and ends (contract 3.4). */
class GwsCallsTest {
    private static final String OTHER = "012PUFMMS0ASNAK48O7GK2LAES000005";

    private final AtomicLong clock = new AtomicLong();
    private final GwsSeat seat = new GwsSeat();
    private final GwsCalls calls = new GwsCalls(AGENT, seat, Duration.ofSeconds(5), clock::get);

    private Optional<LifeCycle> life(Told told) {
        return calls.pushed(told.event()).flatMap(GwsEventMapper::lifeCycle);
    }

    private static CallSnapshot shown(GwsCall call) {
        return GwsEventMapper.toSnapshot(call, "");
    }

    private static Optional<LifeCycle> life(Optional<GwsCall> call) {
        return call.flatMap(GwsEventMapper::lifeCycle);
    }

    private void talked(String id) {
        calls.pushed(told("Dialing").id(id).event());
        calls.pushed(told("Established").id(id).event());
    }

    @Test
    void wordsShouldBeLifeCycles() {
        assertThat(life(told("Dialing"))).contains(LifeCycle.DIALING);
        assertThat(life(told("Established"))).contains(LifeCycle.CONNECTED);
        assertThat(life(told("Held"))).contains(LifeCycle.HELD);
        assertThat(life(told("Queued"))).as("a word that is new keeps the last").isEmpty();
    }

    @Test
    void callThatWasNeverEstablishedShouldFailAndThenEnd() {
        life(told("Dialing"));
        GwsCall failed = calls.pushed(told("Released").can().event()).orElseThrow();
        assertThat(GwsEventMapper.lifeCycle(failed)).contains(LifeCycle.FAILED);
        assertThat(shown(failed).guess()).as("it rang for a moment").contains(Reason.NOT_CONNECTED);
        assertThat(shown(failed).reason()).isEmpty();
        assertThat(life(calls.windowOver(CALL))).contains(LifeCycle.ENDED);
        assertThat(calls.windowOver(CALL)).as("once").isEmpty();
    }

    @Test
    void whoLetItRingLongEnoughDidNotAnswer() {
        life(told("Dialing"));
        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(shown(calls.pushed(told("Released").event()).orElseThrow()).guess())
                .contains(Reason.NO_ANSWER);
    }

    @Test
    void releasedCallShouldKeepItsLifeCycleUntilTheWindowIsOver() {
        talked(CALL);
        assertThat(life(told("Released"))).isEmpty();
        assertThat(life(calls.windowOver(CALL))).contains(LifeCycle.ENDED);
    }

    @Test
    void workThatBeginsInTheWindowShouldBeWrapUpUntilItIsOver() {
        talked(CALL);
        life(told("Released").can());
        List<GwsCall> working = calls.working(true);
        assertThat(working).hasSize(1);
        assertThat(GwsEventMapper.lifeCycle(working.get(0))).contains(LifeCycle.WRAP_UP);
        assertThat(shown(working.get(0)).allowed()).containsExactly(Verb.WRAP_UP);
        assertThat(calls.windowOver(CALL)).as("it has begun").isEmpty();
        assertThat(calls.working(true)).as("no news").isEmpty();
        assertThat(calls.working(false)).hasSize(1).allMatch(call -> call.memory()
                .over());
        assertThat(calls.wrapUpDue()).isFalse();
    }

    @Test
    void workThatIsToldBeforeTheEndOfTheCallShouldBeItsWrapUp() {
        talked(CALL);
        assertThat(calls.working(true)).isEmpty();
        assertThat(life(told("Released").can())).contains(LifeCycle.WRAP_UP);
        assertThat(calls.windowOver(CALL)).as("it has begun").isEmpty();
        assertThat(calls.working(false)).hasSize(1);
    }

    @Test
    void workOfBeforeShouldNotBeThatOfTheNextCall() {
        calls.working(true);
        talked(CALL);
        assertThat(life(told("Released").can())).isEmpty();
        assertThat(life(calls.windowOver(CALL))).contains(LifeCycle.ENDED);
    }

    /** For example transferred back: the switch keeps the call's name. */
    @Test
    void callThatComesBackShouldBeOneAgain() {
        life(told("Established").at(1_000));
        life(told("Released").at(2_000));
        calls.windowOver(CALL);
        assertThat(calls.pushed(told("Established").at(1_500).event()))
                .as("old news")
                .isEmpty();
        assertThat(life(told("Ringing").at(3_000))).contains(LifeCycle.RINGING);
        assertThat(calls.open()).hasSize(1);
    }

    @Test
    void announcedWorkShouldBeWrapUpAtOnceAndEndIfItNeverBegins() {
        calls.pushed(told("Dialing").event());
        calls.pushed(told("Established").wrapUpTime(20).event());
        assertThat(life(told("Released"))).contains(LifeCycle.WRAP_UP);
        assertThat(calls.wrapUpDue()).isTrue();
        assertThat(life(calls.windowOver(CALL))).contains(LifeCycle.ENDED);
    }

    @Test
    void announcedWorkShouldNotBeOverBeforeItHasBegun() {
        calls.pushed(told("Established").wrapUpTime(20).event());
        life(told("Released"));
        assertThat(calls.working(false)).isEmpty();
        assertThat(calls.working(true)).hasSize(1);
    }

    @Test
    void workShouldBelongToTheCustomersCall() {
        talked(CALL);
        calls.pushed(told("Dialing").id(OTHER).consultOf(CALL).event());
        calls.pushed(told("Established").id(OTHER).consultOf(CALL).event());
        life(told("Released"));
        life(told("Released").id(OTHER).consultOf(CALL));
        assertThat(calls.working(true)).extracting(GwsCall::id).containsExactly(CALL);
        assertThat(life(calls.windowOver(OTHER))).contains(LifeCycle.ENDED);
    }

    @Test
    void lateAndRepeatedNewsShouldChangeNothing() {
        talked(CALL);
        assertThat(life(told("Dialing"))).as("it is answered").isEmpty();
        life(told("Held").at(2_000));
        assertThat(calls.pushed(told("Established").at(1_000).event()))
                .as("earlier")
                .isEmpty();
        life(told("Released"));
        assertThat(calls.pushed(told("Established").event())).as("over").isEmpty();
        life(calls.windowOver(CALL));
        assertThat(calls.pushed(told("Released").event())).isEmpty();
    }

    private void dials(String command) {
        seat.pending().during(GwsRequest.dial(command, "15002", ""), () -> {}, (whose, failure) -> {});
    }

    @Test
    void endOfACallThatNobodyKnewShouldBeNobodys() {
        dials("m-1");
        assertThat(calls.pushed(told("Released").event())).isEmpty();
        assertThat(calls.pushed(told("Released").id(OTHER).mark("m-0").event()))
                .as("a colleague's, who handed it over with its data")
                .isEmpty();
        GwsCall ours = calls.pushed(told("Released").mark("m-1").event()).orElseThrow();
        assertThat(GwsEventMapper.lifeCycle(ours)).contains(LifeCycle.FAILED);
        assertThat(ours.memory().dialled()).isEqualTo("15002");
    }

    @Test
    void endOfADialShouldBeToldThoughSomethingElseWasAskedMeanwhile() {
        dials("m-1");
        seat.pending().during(GwsRequest.onAgent("m-2", "", GwsAgent::ready), () -> {}, (whose, failure) -> {});
        assertThat(calls.pushed(told("Released").mark("m-1").event())).isPresent();
    }

    private static CallEvent from(String ani, String notification) {
        JsonObject told = JsonParts.object(told("Released").event().data());
        JsonObject call = CallFixture.object(JsonParts.child(told, "call"))
                .add("ani", ani)
                .add("userData", CallFixture.object().add(CallFixture.MARK, "m-before"))
                .build();
        return CallFixture.event(CallFixture.object(told)
                .add("call", call)
                .add("notificationType", notification)
                .build());
    }

    /** After a restart nobody knows which dials were on their way. */
    @Test
    void endOfADialOfBeforeARestartShouldBeToldIfTheAgentIsSeenToCall() {
        assertThat(calls.pushed(from("15003", GwsCall.STATUS)))
                .as("a colleague")
                .isEmpty();
        assertThat(calls.pushed(from("15000", "AttachedDataChanged")))
                .as("data that are added to what is long over")
                .isEmpty();
        assertThat(calls.pushed(from("15000", GwsCall.STATUS))).isPresent();
    }

    @Test
    void dialShouldBeKnownByItsMark() {
        GwsCall call = calls.pushed(told("Dialing").mark("m-1").event()).orElseThrow();
        assertThat(call.memory().command()).isEqualTo("m-1");
        assertThat(calls.pushed(told("Established").event())
                        .orElseThrow()
                        .memory()
                        .command())
                .as("also when the data are gone")
                .isEqualTo("m-1");
    }

    @Test
    void consultShouldBeKnownByItsOwnMarkAndNotByTheInheritedOne() {
        calls.pushed(told("Established").mark("m-1").event());
        seat.consults(CALL, new GwsSeat.Consult("m-2", "15003"));
        GwsCall consult = calls.pushed(
                        told("Dialing").id(OTHER).consultOf(CALL).mark("m-1").event())
                .orElseThrow();
        assertThat(consult.memory().command()).isEqualTo("m-2");
        assertThat(shown(consult).parentCallId()).isEqualTo(CALL);
        GwsCall talking = calls.pushed(told("Established")
                        .id(OTHER)
                        .consultOf(CALL)
                        .can("Hangup", "CompleteTransfer")
                        .event())
                .orElseThrow();
        assertThat(GwsEventMapper.lifeCycle(talking)).contains(LifeCycle.CONSULTING);
        assertThat(shown(talking).allowed()).containsExactly(Verb.TRANSFER, Verb.DROP_CONSULT, Verb.DROP);
    }

    /** After a restart both are new, and the platform promises no order. */
    @Test
    void consultThatIsReadBeforeItsCustomerShouldBeAConsult() {
        List<CallEvent> read = List.of(
                told("Established").id(OTHER).consultOf(CALL).event(),
                told("Held").event());
        new GwsReading(null, read).calls().forEach(calls::read);
        assertThat(life(calls.find(OTHER))).contains(LifeCycle.CONSULTING);
    }

    @Test
    void colleaguesConsultShouldBeAnOrdinaryCall() {
        GwsCall call = calls.pushed(
                        told("Established").id(OTHER).consultOf("unknown").event())
                .orElseThrow();
        assertThat(GwsEventMapper.lifeCycle(call)).contains(LifeCycle.CONNECTED);
        assertThat(shown(call).allowed()).doesNotContain(Verb.DROP_CONSULT);
    }

    @Test
    void callThatWasHandedOverShouldSayIt() {
        talked(CALL);
        seat.handsOver(CALL);
        assertThat(shown(calls.pushed(told("Released").event()).orElseThrow()).guess())
                .contains(Reason.TRANSFERRED);
    }

    /** As pushed: work on it may still begin. */
    @Test
    void callThatIsMissingShouldBeReleased() {
        talked(CALL);
        calls.readingBegins();
        calls.missing(Set.of(), true);
        assertThat(life(calls.find(CALL))).as("the last word is kept").isEmpty();
        assertThat(life(calls.windowOver(CALL))).contains(LifeCycle.ENDED);
        assertThat(calls.open()).isEmpty();
    }

    /** What is read may overtake what is pushed. */
    @Test
    void callThatIsMissingOnceShouldStandUntilTheNextReading() {
        talked(CALL);
        calls.readingBegins();
        assertThat(calls.missing(Set.of(), false)).isTrue();
        assertThat(life(calls.find(CALL))).contains(LifeCycle.CONNECTED);
        calls.readingBegins();
        assertThat(calls.missing(Set.of(CALL), false)).isFalse();
        calls.readingBegins();
        assertThat(calls.missing(Set.of(), false)).as("it was there in between").isTrue();
        calls.readingBegins();
        assertThat(calls.missing(Set.of(), false)).isFalse();
        assertThat(calls.find(CALL).orElseThrow().live()).isFalse();
    }

    @Test
    void workThatWasAnnouncedShouldBeNoNewsWhenItBegins() {
        talked(CALL);
        GwsCall announced =
                calls.pushed(told("Released").wrapUpTime(20).event()).orElseThrow();
        GwsCall begun = calls.working(true).get(0);
        assertThat(shown(announced).lifeCycle()).contains(LifeCycle.WRAP_UP);
        assertThat(shown(begun).facts()).isEqualTo(shown(announced).facts());
    }

    @Test
    void callThatIsMissingAndNeverTalkedShouldFailByWhatWasSeenOfIt() {
        calls.pushed(told("Dialing").event());
        clock.addAndGet(Duration.ofSeconds(4).toNanos());
        calls.readingBegins();
        calls.read(told("Dialing").event());
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        calls.readingBegins();
        calls.missing(Set.of(), true);
        GwsCall failed = calls.find(CALL).orElseThrow();
        assertThat(GwsEventMapper.lifeCycle(failed)).contains(LifeCycle.FAILED);
        assertThat(shown(failed).guess())
                .as("nobody knows that it rang all the minute")
                .contains(Reason.NOT_CONNECTED);
    }

    @Test
    void callThatEndedUnheardShouldBeTheOneThatIsWorkedOn() {
        talked(CALL);
        calls.readingBegins();
        calls.missing(Set.of(), true);
        calls.working(true);
        assertThat(calls.open()).hasSize(1);
        GwsCall call = calls.open().get(0);
        assertThat(call.state()).isEqualTo("Released");
        assertThat(GwsEventMapper.lifeCycle(call)).contains(LifeCycle.WRAP_UP);
        assertThat(shown(call).allowed()).containsExactly(Verb.WRAP_UP);
    }

    @Test
    void callThatWasPushedMeanwhileShouldNotBeMissing() {
        calls.readingBegins();
        talked(CALL);
        calls.missing(Set.of(), true);
        assertThat(calls.open()).hasSize(1);
        calls.read(told("Dialing").event());
        assertThat(calls.find(CALL).orElseThrow().state()).isEqualTo("Established");
    }

    @Test
    void callFromOutsideShouldNotBePublished() {
        GwsCall inbound = calls.pushed(new Told("Ringing", CALL, "Inbound", "", 0, "", 0, List.of("Answer")).event())
                .orElseThrow();
        assertThat(shown(inbound).published()).isFalse();
        assertThat(calls.onCall()).as("it only rings").isFalse();
    }
}
