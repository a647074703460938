package dev.trunkline.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void workShouldRunInOrderOnManyThreads() throws InterruptedException {
        Lane lane = new Lane("test", threads, 10_000);
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(5_000);
        IntStream.range(0, 5_000)
                .forEach(number -> lane.execute(() -> {
                    seen.add(number);
                    done.countDown();
                }));
        done.await();

        assertThat(seen).isSorted().hasSize(5_000);
    }

    @Test
    void fullLaneShouldRefuse() {
        Lane lane = new Lane("test", work -> {}, 2);
        lane.execute(() -> {});
        lane.execute(() -> {});

        assertThat(lane.hasRoom()).isFalse();
        assertThatThrownBy(() -> lane.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    /** Threads that are all busy refuse; a lane that believed to have one would stand still for ever. */
    @Test
    void laneThatGotNoThreadShouldRunWithTheNextWork() {
        AtomicBoolean busy = new AtomicBoolean(true);
        List<String> seen = new ArrayList<>();
        Lane lane = new Lane(
                "test",
                work -> {
                    if (busy.get()) {
                        throw new RejectedExecutionException("on purpose");
                    }
                    work.run();
                },
                10);
        assertThatThrownBy(() -> lane.execute(() -> seen.add("refused")))
                .isInstanceOf(RejectedExecutionException.class);
        busy.set(false);
        lane.execute(() -> seen.add("taken"));

        assertThat(seen).containsExactly("taken");
    }

    @Test
    void failedWorkShouldNotStopTheLane() throws InterruptedException {
        Lane lane = new Lane("test", threads, 10);
        CountDownLatch done = new CountDownLatch(1);
        lane.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        lane.execute(done::countDown);
        done.await();

        assertThat(lane.hasRoom()).isTrue();
    }
}
