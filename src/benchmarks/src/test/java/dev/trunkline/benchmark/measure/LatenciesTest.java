package dev.trunkline.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesShouldBeOfAllThatWasAdded() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 1_000; i++) {
            latencies.add(i * 1_000L);
        }
        assertThat(latencies.count()).isEqualTo(1_000);
        assertThat(latencies.millis(50)).isCloseTo(500, within(1.0));
        assertThat(latencies.millis(99)).isCloseTo(990, within(1.0));
    }

    @Test
    void aClockThatIsALittleBehindShouldCountAsNothing() {
        Latencies latencies = new Latencies();
        latencies.add(-3);
        assertThat(latencies.millis(100)).isZero();
    }
}
