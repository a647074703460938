package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GenesysBreathTest {
    private final AtomicLong clock = new AtomicLong();
    private final GenesysBreath breath = new GenesysBreath(clock::get);

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
