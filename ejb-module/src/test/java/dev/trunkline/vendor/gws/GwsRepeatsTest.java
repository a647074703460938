package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GwsRepeatsTest {
    @Test
    void sameTextShouldBeNewsOnceAndAgainLater() {
        AtomicLong clock = new AtomicLong();
        GwsRepeats repeats = new GwsRepeats(clock::get);
        assertThat(repeats.news("down")).isTrue();
        assertThat(repeats.news("down")).isFalse();
        assertThat(repeats.news("up")).isTrue();
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(repeats.news("down")).as("another change").isTrue();
    }
}
