package dev.trunkline.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    /** As Payara Micro's: so many threads, and no queue. */
    private final ExecutorService few = new ThreadPoolExecutor(0, 4, 1, TimeUnit.SECONDS, new SynchronousQueue<>());

    @AfterEach
    void end() {
        few.shutdownNow();
    }

    @Test
    void moreThanThereAreThreadsForShouldWaitAndBeDone() throws InterruptedException {
        Turns turns = new Turns(few, 3);
        CountDownLatch done = new CountDownLatch(1_000);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            turns.execute(() -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                atOnce.decrementAndGet();
                done.countDown();
            });
        }
        done.await();

        assertThat(most).hasValueBetween(1, 3);
    }

    @Test
    void taskWithoutAnyThreadShouldBeRefusedAndNotDoneLater() {
        List<Runnable> given = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        Turns turns = new Turns(
                work -> {
                    if (done.get() == 0 && given.isEmpty()) {
                        given.add(work);
                        throw new RejectedExecutionException("on purpose");
                    }
                    work.run();
                },
                1);
        assertThatThrownBy(() -> turns.execute(() -> done.addAndGet(100)))
                .isInstanceOf(RejectedExecutionException.class);
        turns.execute(done::incrementAndGet);

        assertThat(done).hasValue(1);
    }
}
