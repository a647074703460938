package dev.trunkline.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;
    private final Pace pace = new Pace(100, 0);

    @Test
    void burstShouldNotWait() {
        pace.count(500);

        assertThat(pace.pause(0)).isZero();
    }

    @Test
    void whoGoesOnShouldWaitForWhatHeIsAhead() {
        pace.count(550);

        assertThat(pace.pause(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.pause(SECOND / 2)).isZero();
        pace.count(100);
        assertThat(pace.pause(SECOND / 2)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void silenceShouldNotBeSavedForever() {
        assertThat(pace.pause(3_600 * SECOND)).isZero();
        pace.count(600);

        assertThat(pace.pause(3_600 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }
}
