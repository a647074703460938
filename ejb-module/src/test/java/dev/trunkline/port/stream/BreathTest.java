package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreathTest {
    private final AtomicLong clock = new AtomicLong();
    private final Breath breath = new Breath(clock::get);

    @Test
    void thirdReadingInAShortTimeShouldWait() {
        assertThat(breath.out()).isFalse();
        breath.taken();
        assertThat(breath.out()).isFalse();
        breath.taken();
        assertThat(breath.out()).isTrue();
        clock.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(breath.out()).isFalse();
    }
}
