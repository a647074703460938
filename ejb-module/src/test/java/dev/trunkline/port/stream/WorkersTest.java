package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int AGENTS = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void readingShouldNotWaitUntilAllOthersAreConnected() throws InterruptedException {
        Workers.Shared workers = new Workers().of("platform", threads);
        CountDownLatch connected = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        for (int i = 0; i < AGENTS; i++) {
            workers.signingOn().execute(() -> await(connected));
        }
        workers.all().execute(read::countDown);

        assertThat(read.await(20, TimeUnit.SECONDS))
                .as("read while the others still connect")
                .isTrue();
        connected.countDown();
    }

    @Test
    void slowPlatformShouldNotTakeTheThreadsOfAnother() throws InterruptedException {
        Workers workers = new Workers();
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        for (int i = 0; i < AGENTS; i++) {
            workers.of("slow", threads).all().execute(() -> await(answered));
        }
        workers.of("quick", threads).all().execute(asked::countDown);

        assertThat(asked.await(20, TimeUnit.SECONDS))
                .as("asked while the slow one is waited for")
                .isTrue();
        answered.countDown();
    }

    @Test
    void platformsShouldShareTheServersThreads() {
        int[] taken = {0};
        Workers workers = new Workers(() -> 5);
        for (String platform : List.of("a", "b", "c", "d", "e")) {
            Workers.Shared shared = workers.of(platform, task -> taken[0]++);
            for (int i = 0; i < AGENTS; i++) {
                shared.all().execute(() -> {});
            }
        }

        assertThat(taken[0]).isEqualTo(80);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
