package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final AtomicLong clock = new AtomicLong();
    private final Pulse pulse = new Pulse(Duration.ofSeconds(15), Duration.ofSeconds(30), clock::get);

    private void passes(int seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void pingShouldBeDueAtOnceAndThenAtItsInterval() {
        assertThat(pulse.due()).isTrue();
        assertThat(pulse.due()).isFalse();
        passes(15);
        assertThat(pulse.due()).isTrue();
    }

    @Test
    void unansweredPingsShouldBeTheEndCountedFromTheFirst() {
        pulse.due();
        passes(15);
        pulse.due();
        passes(14);
        assertThat(pulse.dead()).isFalse();
        passes(1);
        assertThat(pulse.dead()).isTrue();
    }

    @Test
    void anyFrameShouldBeASignOfLife() {
        pulse.due();
        passes(29);
        pulse.heard();
        passes(29);
        assertThat(pulse.dead()).isFalse();
    }

    @Test
    void pongShouldNotBeNews() {
        pulse.due();
        passes(30);
        pulse.heard();
        assertThat(pulse.silent(Duration.ofSeconds(30))).isTrue();
        pulse.news();
        assertThat(pulse.silent(Duration.ofSeconds(30))).isFalse();
    }

    @Test
    void anotherConnectionShouldBeginAnew() {
        pulse.due();
        passes(60);
        pulse.begin();
        assertThat(pulse.dead()).isFalse();
        assertThat(pulse.silent(Duration.ofSeconds(1))).isFalse();
        assertThat(pulse.due()).isTrue();
    }
}
