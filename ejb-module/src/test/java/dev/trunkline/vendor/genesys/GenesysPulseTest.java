package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GenesysPulseTest {
    private final AtomicLong clock = new AtomicLong();
    private final GenesysPulse pulse = new GenesysPulse(Duration.ofSeconds(35), Duration.ofSeconds(5), clock::get);

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void silentConnectionShouldBeAskedOnceAndThenGivenUp() {
        pass(36);
        assertThat(pulse.silent()).isTrue();
        assertThat(pulse.silent()).isFalse();
        assertThat(pulse.dead()).isFalse();
        pass(6);
        assertThat(pulse.dead()).isTrue();
    }

    @Test
    void anythingHeardShouldBeASignOfLife() {
        pass(36);
        assertThat(pulse.silent()).isTrue();
        pulse.heard();
        pass(6);
        assertThat(pulse.dead()).isFalse();
        assertThat(pulse.silent()).isFalse();
    }
}
