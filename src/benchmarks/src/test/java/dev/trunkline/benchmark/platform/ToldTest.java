package dev.trunkline.benchmark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ToldTest {
    private final Told told = new Told();

    @Test
    void firstMessageWithTheTextShouldCount() {
        told.add("another call", 1);
        told.add("call 7 rings", 2);
        told.add("call 7 ends", 3);
        assertThat(told.first("call 7")).isEqualTo(2);
    }

    @Test
    void messageThatIsStillToComeShouldBeWaitedFor() {
        CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> told.first("call 7"));
        told.add("call 7 rings", 2);
        assertThat(waiting.join()).isEqualTo(2);
    }

    @Test
    void whatWasForgottenShouldNotCount() {
        told.add("call 7 rings", 1);
        told.forget();
        told.add("call 7 ends", 2);
        assertThat(told.first("call 7")).isEqualTo(2);
    }
}
