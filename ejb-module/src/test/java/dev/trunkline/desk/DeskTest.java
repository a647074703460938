package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachDatabase
class DeskTest extends DeskBench {
    DeskTest(TestDatabase.Kind kind) {
        super(kind);
    }

    @Test
    void loginShouldSignInOnlyWhenTheConnectionStands() throws InterruptedException {
        CommandRecord login = login();

        assertThat(next(platform.asked)).isEqualTo("open");
        platform.current(AgentState.LOGGED_OUT);
        assertThat(next(platform.asked)).isEqualTo("login");
        platform.tells(listener -> listener.agent(FakePlatform.agent(AgentState.NOT_READY)));

        assertThat(untilEvent(event -> body(event).contains("NOT_READY"))).isNotNull();
        assertThat(settled(login).status()).isEqualTo(Status.DONE);
        assertThat(signIns.all()).singleElement().satisfies(kept -> assertThat(kept.attached())
                .isFalse());
    }

    @Test
    void whoIsSignedInShouldBeKnownWhileTheDeskIsBusy() {
        synchronized (desk) {
            assertThat(CompletableFuture.supplyAsync(desk::signIn, threads))
                    .succeedsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void loginShouldJoinTheSessionThatIsThere() throws InterruptedException {
        CommandRecord login = login();
        platform.current(AgentState.READY);

        assertThat(settled(login).status()).isEqualTo(Status.DONE);
        assertThat(desk.signIn().map(SignIn::attached)).contains(true);
        assertThat(platform.asked).doesNotContain("login");
    }

    /** The log's writer asks for it while it tells; the desk may be waiting for the log just then. */
    @Test
    void signInShouldBeToldWhileTheDeskIsBusy() throws Exception {
        ready();
        synchronized (desk) {
            assertThat(CompletableFuture.supplyAsync(desk::signIn).get(10, TimeUnit.SECONDS))
                    .isPresent();
        }
    }

    @Test
    void refusedLoginShouldLeaveNothingBehind() throws InterruptedException {
        CommandRecord login = login();
        platform.link = StreamState.REFUSED;
        platform.tells(listener -> listener.link(
                StreamState.REFUSED, Optional.of(new VendorException(Code.AUTH_EXPIRED, "wrong password"))));

        assertThat(settled(login).problem().orElseThrow().code()).isEqualTo(Code.AUTH_EXPIRED);
        assertThat(desk.signIn()).isEmpty();
        assertThat(desk.expired()).isFalse();
        assertThat(signIns.all()).isEmpty();
    }

    private void refused(Code why) {
        platform.link = StreamState.REFUSED;
        platform.events.link(StreamState.REFUSED, Optional.of(new VendorException(why, "no longer good")));
    }

    /** What was begun by the earlier one may find that out at any time. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endOfTheEarlierSignInShouldNotEndTheLaterOne(boolean after) throws InterruptedException {
        ready();
        platform.answers = new CountDownLatch(1);
        CommandRecord login = login();
        next(platform.asked, "login");
        CountDownLatch found = new CountDownLatch(1);
        platform.lane.execute(() -> {
            awaits(found);
            refused(Code.AUTH_EXPIRED);
        });
        if (after) {
            platform.answers.countDown();
            assertThat(settled(login).status()).isEqualTo(Status.DONE);
        }
        found.countDown();
        next(platform.asked, "open");
        platform.answers.countDown();
        platform.current(AgentState.READY);
        untilEvent(event -> body(event).contains("READY"));

        assertThat(settled(login).status()).isEqualTo(Status.DONE);
        assertThat(desk.expired()).isFalse();
        platform.lane.execute(() -> refused(Code.AUTH_EXPIRED));
        untilEvent(event -> body(event).contains("AUTH_EXPIRED"));
        assertThat(desk.expired()).isTrue();
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nor is anybody else driven out in turn. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoIsDrivenOutAfterALaterLoginShouldBeTold(boolean after) throws InterruptedException {
        ready();
        platform.answers = new CountDownLatch(1);
        CommandRecord login = login();
        next(platform.asked, "login");
        if (after) {
            platform.answers.countDown();
            assertThat(settled(login).status()).isEqualTo(Status.DONE);
        }
        platform.lane.execute(() -> refused(Code.LINK_DOWN));
        untilEvent(event -> body(event).contains("LINK_DOWN"));
        platform.answers.countDown();
        assertThat(platform.asked).doesNotContain("open");
        assertThat(settled(login).status()).isEqualTo(after ? Status.DONE : Status.FAILED);
    }

    @Test
    void loginShouldNotFailBecauseTheConnectionThatStoodIsLostMeanwhile() throws InterruptedException {
        ready();
        platform.answers = new CountDownLatch(1);
        CommandRecord login = login();
        next(platform.asked, "login");
        VendorException why = new VendorException(Code.LINK_DOWN, "cut");
        platform.tells(listener -> listener.link(StreamState.WAITING, Optional.of(why)));
        untilEvent(event -> body(event).contains("LINK_DOWN"));
        platform.answers.countDown();
        platform.current(AgentState.READY);

        assertThat(settled(login).status()).isEqualTo(Status.DONE);
    }

    @Test
    void refusalOfAConnectionThatWasGivenUpShouldSayNothing() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.link(
                StreamState.REFUSED, Optional.of(new VendorException(Code.AUTH_EXPIRED, "the one before"))));
        platform.current(AgentState.READY);
        untilEvent(event -> body(event).contains("READY"));
        assertThat(desk.expired()).isFalse();
    }

    @Test
    void dialShouldBeDoneWhenItsCallIsTold() throws InterruptedException {
        ready();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.DIALING, dial.id(), NUMBER)));

        StoredEvent first = untilEvent(event -> body(event).contains("DIALING"));
        assertThat(first.gateway())
                .contains("\"commandId\":\"" + dial.id() + "\"")
                .contains("\"callRef\":\"" + dial.callRef().orElseThrow() + "\"")
                .contains("\"callSeq\":1");
        assertThat(settled(dial).callId()).contains("77");
    }

    @Test
    void lostAnswerShouldBeSettledByWhatThePlatformHas() throws InterruptedException {
        ready();
        platform.answer = lost();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        platform.current(AgentState.TALKING, FakePlatform.call("77", LifeCycle.CONNECTED, "", "+1" + NUMBER));

        assertThat(settled(dial).status()).isEqualTo(Status.DONE);
    }

    @Test
    void lostAnswerWithoutACallShouldEndAsUnknownAndTheCallBeItsOwnWhenItTurnsUp() throws InterruptedException {
        ready();
        platform.answer = lost();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        overdue(dial, Duration.ofSeconds(26));

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.OUTCOME_UNKNOWN);
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.DIALING, "", NUMBER)));
        untilEvent(event -> body(event).contains("DIALING"));
        assertThat(stored(dial).status()).isEqualTo(Status.DONE);
        assertThat(calls.find(DANA, dial.callRef().orElseThrow()).flatMap(CallRecord::callId))
                .contains("77");
    }

    @Test
    void unknownDialShouldStillFindItsCallAfterARestart() throws InterruptedException {
        ready();
        platform.answer = lost();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        overdue(dial, Duration.ofSeconds(26));
        assertThat(settled(dial).status()).isEqualTo(Status.FAILED);

        desk = newDesk();
        desk.reattachment(signIn()).run();
        platform.current(AgentState.TALKING, FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER));
        untilEvent(event -> body(event).contains("CONNECTED"));
        assertThat(stored(dial).status()).isEqualTo(Status.DONE);
    }

    @Test
    void acceptedDialWithoutEffectShouldEndAsNotEffective() throws InterruptedException {
        ready();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        desk.errands().later(() -> platform.asked.add("answered"));
        next(platform.asked, "answered");
        overdue(dial, Duration.ofSeconds(26));

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.NOT_EFFECTIVE);
    }

    /** The platform may have ended it before the link was back, as one that moves its organisation does. */
    @Test
    void acceptedDialWhoseCallMayHaveComeAndGoneShouldEndAsUnknown() throws InterruptedException {
        ready();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        desk.errands().later(() -> platform.asked.add("answered"));
        next(platform.asked, "answered");
        VendorException why = new VendorException(Code.LINK_DOWN, "cut");
        platform.tells(listener -> listener.link(StreamState.WAITING, Optional.of(why)));
        platform.tells(listener -> listener.link(StreamState.UP, Optional.empty()));
        untilEvent(event -> body(event).contains("LINK_DOWN"));
        overdue(dial, Duration.ofSeconds(26));

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.OUTCOME_UNKNOWN);
    }

    @Test
    void refusalOfThePlatformShouldKeepTheCommandsRow() throws InterruptedException {
        ready();
        platform.answer = new VendorException(Code.INVALID_NUMBER, "no such number");
        CommandRecord dial = dial();

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.INVALID_NUMBER);
        StoredEvent told = untilEvent(event -> body(event).contains("MAKE_CALL_FAILED"));
        assertThat(told.gateway()).contains("\"code\":\"INVALID_NUMBER\"");
    }

    @Test
    void callThatThePlatformNoLongerHasShouldEnd() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        platform.current(AgentState.NOT_READY);

        StoredEvent end = untilEvent(event -> body(event).contains("ENDED"));
        assertThat(end.gateway()).contains("\"origin\":\"RESYNC\"").contains("UNKNOWN_GAP");
        assertThat(desk.calls()).isEmpty();
    }

    @Test
    void deskShouldKnowItsCallsAfterARestart() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        untilEvent(event -> body(event).contains("CONNECTED"));

        assertThat(newDesk().openCalls()).containsExactly("77");
    }

    /** They come first when sign-ins are taken up again. */
    @Test
    void deskWithAnOpenCallOrCommandShouldNotBeIdle() throws InterruptedException {
        ready();
        assertThat(newDesk().idle()).isTrue();

        CommandRecord dial = store(Verb.MAKE_CALL, Map.of("toAddress", NUMBER));
        commands.sent(dial);
        Desk waiting = newDesk();
        waiting.takeUp(stored(dial), Instant.now());
        assertThat(waiting.idle()).isFalse();

        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        untilEvent(event -> body(event).contains("CONNECTED"));
        assertThat(newDesk().idle()).isFalse();
    }

    @Test
    void agentShouldCountAsSignedInBeforeHisTurnToBeTakenUpAgain() throws InterruptedException {
        desk = newDesk();
        Runnable turn = desk.reattachment(signIn());
        assertThat(desk.signIn()).isPresent();
        assertThat(desk.link()).isEqualTo(StreamState.NEW);

        assertThat(platform.asked).isEmpty();

        turn.run();
        next(platform.asked, "open");
    }

    @Test
    void agentWhoSignedInHimselfShouldNotBeTakenUpOnceMore() throws InterruptedException {
        desk = newDesk();
        Runnable turn = desk.reattachment(signIn());
        login();
        next(platform.asked, "open");
        turn.run();
        assertThat(platform.asked).doesNotContain("open");
    }

    @Test
    void commandThatWasNeverSentShouldNotBeDoneAfterARestart() {
        CommandRecord dial = store(Verb.MAKE_CALL, Map.of("toAddress", NUMBER));
        newDesk().takeUp(dial, Instant.now());

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.NOT_EFFECTIVE);
        assertThat(platform.asked).isEmpty();
    }

    @Test
    void commandThatWasSentShouldOnlyBeLookedForAfterARestart() throws InterruptedException {
        CommandRecord dial = store(Verb.MAKE_CALL, Map.of("toAddress", NUMBER));
        commands.sent(dial);
        desk = newDesk();
        desk.takeUp(stored(dial), Instant.now());
        desk.reattachment(signIn()).run();
        platform.current(AgentState.TALKING, FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER));

        assertThat(settled(dial).status()).isEqualTo(Status.DONE);
        assertThat(platform.asked).doesNotContain("dial");
    }

    @Test
    void timeBeforeARestartShouldCountForWhatIsWaitedFor() {
        CommandRecord dial = store(Verb.MAKE_CALL, Map.of("toAddress", NUMBER));
        commands.sent(dial);
        Instant sent = stored(dial).sentAt().orElseThrow();
        Desk atOnce = newDesk();
        atOnce.takeUp(stored(dial), sent);
        atOnce.sweep(Instant.now().plusSeconds(20));
        assertThat(stored(dial).status()).isEqualTo(Status.ACCEPTED);

        Desk late = newDesk();
        late.takeUp(stored(dial), sent.plusSeconds(24));
        assertThat(stored(dial).status()).isEqualTo(Status.ACCEPTED);
        late.sweep(Instant.now().plusSeconds(3));
        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.OUTCOME_UNKNOWN);
    }

    @Test
    void outcomeGivenDuringTheCallShouldBeSetWhenWrapUpBegins() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        untilEvent(event -> body(event).contains("CONNECTED"));
        CommandRecord wrapUp = take(Verb.WRAP_UP, Map.of("wrapup", "2"), Optional.of("77"));
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.WRAP_UP, "", NUMBER)));
        next(platform.asked, "wrapUp");
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.ENDED, "", NUMBER)));

        assertThat(settled(wrapUp).status()).isEqualTo(Status.DONE);
    }

    @Test
    void lostLinkShouldBeToldOnceAndItsReturnToo() throws InterruptedException {
        ready();
        VendorException why = new VendorException(Code.LINK_DOWN, "cut");
        platform.tells(listener -> listener.link(StreamState.WAITING, Optional.of(why)));
        platform.tells(listener -> listener.link(StreamState.WAITING, Optional.of(why)));
        platform.current(AgentState.READY);
        untilEvent(event -> body(event).contains("LINK_RESTORED"));

        assertThat(log.page(DANA, 0, 100).stream().filter(event -> body(event).contains("LINK_DOWN")))
                .hasSize(1);
    }
}
