package dev.trunkline.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.event.Profile;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.identity.Caller;
import dev.trunkline.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final PushSettings SETTINGS =
            new PushSettings(20, Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(15), 100, 200);

    private final FakeLog log = new FakeLog();
    private final FakeSink sink = new FakeSink();
    private final AtomicInteger gone = new AtomicInteger();
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    private static Opening opening(FakeLog log, OptionalLong after) {
        Caller caller =
                new Caller(FakeLog.ALICE, Set.of(Role.AGENT), Instant.parse("2026-03-04T15:00:00Z"), "127.0.0.1", true);
        return new Opening(caller, FakeLog.ALICE, Optional.empty(), Optional.empty(), after, log.range());
    }

    private Subscription subscription(OptionalLong after, Executor threads) {
        ListenerForm form = new ListenerForm(Profile.EXACT, vendor -> "Finesse");
        Subscription made = new Subscription(
                opening(log, after), log, form, sink, threads, SETTINGS, ended -> gone.incrementAndGet());
        made.begin();
        return made;
    }

    private Subscription live() {
        return subscription(OptionalLong.empty(), Runnable::run);
    }

    private Subscription after(long seq) {
        return subscription(OptionalLong.of(seq), Runnable::run);
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void listenerWithoutANumberShouldBeToldFromNowOn() {
        log.with(5);
        Subscription alice = live();

        alice.changed(log.append());

        assertThat(sink.numbers()).containsExactly(6L);
    }

    @Test
    void whatWasMissedShouldComeFirstAndOnce() {
        log.with(5);
        Subscription alice = after(2);
        alice.changed(log.append());

        assertThat(sink.numbers()).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void liveChangesShouldWaitWhileTheLogIsRead() {
        log.with(3);
        Subscription alice = subscription(OptionalLong.of(0), tasks::add);
        alice.changed(log.append());
        alice.changed(log.append());
        assertThat(sink.numbers()).isEmpty();

        runTasks();
        assertThat(sink.numbers()).isEqualTo(numbers(1, 5));
    }

    @Test
    void changeThatWasAlreadyReadShouldNotComeAgain() {
        Subscription alice = live();
        StoredEvent first = log.append();
        StoredEvent second = log.append();
        alice.changed(second);
        alice.changed(first);
        alice.changed(second);

        assertThat(sink.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void missingNumberShouldBeReadFromTheLog() {
        Subscription alice = live();
        log.with(3);
        alice.changed(log.append());

        assertThat(sink.numbers()).isEqualTo(numbers(1, 4));
    }

    @Test
    void messageWithoutNumberShouldStayBehindTheChangesBeforeIt() {
        log.with(2);
        Subscription alice = subscription(OptionalLong.of(0), tasks::add);
        alice.told(FakeLog.told("{\"login\":1}"));
        alice.changed(log.append());
        runTasks();

        assertThat(sink.texts()).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"login\":1}", "{\"n\":3}");
    }

    @Test
    void numberOutsideTheLogShouldBeAnsweredByHowThingsStand() {
        log.with(9).letGoBefore(5);
        Subscription alice = after(2);
        alice.changed(log.append());

        assertThat(sink.texts()).containsExactly("{\"sync\":true}", "{\"n\":10}");
    }

    @Test
    void logThatLetsGoWhileItIsReadShouldBeAnsweredByHowThingsStand() {
        log.with(30);
        sink.slow();
        Subscription alice = after(0);
        log.letGoBefore(28);
        sink.takeAll();
        alice.changed(log.append());
        sink.takeAll();

        assertThat(sink.texts()).contains("{\"sync\":true}").endsWith("{\"n\":31}");
        assertThat(sink.numbers().stream().filter(seq -> seq > 0)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void registerShouldBringWhatThisConnectionHasNotHad() {
        log.with(5);
        Subscription alice = live();
        alice.changed(log.append());
        alice.resume(2, false);
        alice.changed(log.append());

        assertThat(sink.numbers()).containsExactly(6L, 3L, 4L, 5L, 7L);
    }

    @Test
    void registerTwiceShouldBringNothingTwice() {
        log.with(5);
        Subscription alice = live();
        alice.resume(3, false);
        alice.resume(1, false);
        alice.resume(2, false);

        assertThat(sink.numbers()).containsExactly(4L, 5L, 2L, 3L);
    }

    @Test
    void longAbsenceShouldNotFillTheQueue() {
        log.with(5_000);
        sink.slow();
        Subscription alice = after(0);
        assertThat(alice.queue().size()).isLessThan(SETTINGS.queue());

        sink.takeAll();
        assertThat(sink.numbers()).isEqualTo(numbers(1, 5_000));
        assertThat(sink.ending()).isEmpty();
    }

    @Test
    void readerWhoStopsShouldBeCutOff() {
        Subscription alice = live();
        sink.slow();
        for (int i = 0; i < SETTINGS.queue() + 2; i++) {
            alice.changed(log.append());
        }

        assertThat(sink.ending()).contains(Ending.TOO_SLOW);
        assertThat(alice.queue().size()).isZero();
        assertThat(gone).hasValue(1);
    }

    @Test
    void clientThatIsGoneShouldBeForgotten() {
        Subscription alice = live();
        sink.slow();
        alice.changed(log.append());
        sink.take(false);

        assertThat(sink.ending()).contains(Ending.LOST);
        assertThat(gone).hasValue(1);
    }

    @Test
    void formAndProfileShouldBeThoseUsedLast() {
        Subscription alice = live();
        alice.form().use("finesse", "Cisco");
        alice.changed(log.append());
        alice.form().choose(Profile.EXTENDED);
        alice.changed(log.append());

        assertThat(sink.texts()).containsExactly("{\"c\":2,\"gateway\":{\"v\":1,\"seq\":2}}");
    }

    /** Two thousand changes are stored and told while listeners come; whoever comes when, each gets all after his number, in order. */
    @RepeatedTest(5)
    void nobodyShouldMissOrSeeTwiceWhateverComesInBetween() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Subscription alice = subscription(OptionalLong.of(0), threads);
        CountDownLatch told = new CountDownLatch(1);
        threads.execute(() -> {
            for (int i = 0; i < 2_000; i++) {
                StoredEvent event = log.append();
                // Some are told late or not at all, as when a listener came in between.
                if (i % 7 != 3) {
                    alice.changed(event);
                }
            }
            told.countDown();
        });
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        alice.changed(log.append());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (sink.numbers().size() < 2_001 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        threads.shutdown();

        assertThat(sink.numbers()).isEqualTo(numbers(1, 2_001));
    }
}
