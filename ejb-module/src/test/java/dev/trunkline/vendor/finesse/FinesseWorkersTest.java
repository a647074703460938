package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FinesseWorkersTest {
    private static final int AGENTS = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void readingShouldNotWaitUntilAllOthersAreConnected() throws InterruptedException {
        FinesseWorkers.Shared workers = new FinesseWorkers().on(threads);
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
