package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UntilTest {
    private final Object monitor = new Object();
    private boolean seen;

    private boolean so(Duration atMost) {
        synchronized (monitor) {
            return Until.so(monitor, () -> seen, atMost);
        }
    }

    @Test
    void whatIsSeenByAnotherThreadShouldEndTheWaiting() {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> so(Duration.ofSeconds(30)));
        synchronized (monitor) {
            seen = true;
            monitor.notifyAll();
        }
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void whatIsNotSeenInTimeShouldBeSaid() {
        assertThat(so(Duration.ofMillis(20))).isFalse();
    }

    @Test
    void whoeverIsInterruptedShouldStayInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(so(Duration.ofSeconds(30))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
