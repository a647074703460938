package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock that it asks never comes to its time: what the clock would do is done by hand. */
class RereadsTest {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private int readings;
    private boolean up = true;
    private final Rereads rereads = new Rereads(this::read, () -> up, new Timers(clock), later::add);

    private void read() {
        readings++;
        rereads.begins();
    }

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void questionDuringAReadingShouldBeAskedAfterIt() {
        rereads.ask();
        rereads.ask();
        assertThat(readings).isEqualTo(1);
        assertThat(rereads.wanted()).isTrue();
        rereads.ends();
        rereads.askIfMissed();
        assertThat(readings).isEqualTo(2);
        assertThat(rereads.wanted()).isFalse();
    }

    @Test
    void thirdReadingShouldWaitForBreathAndTheOneThatIsNeededShouldNot() {
        for (int i = 0; i < 3; i++) {
            rereads.ask();
            rereads.ends();
        }
        assertThat(readings).isEqualTo(2);
        rereads.askNow();
        assertThat(readings).isEqualTo(3);
    }

    @Test
    void whatIsMissedWhileNothingCanBeReadShouldBeCoveredByTheNextReading() {
        up = false;
        rereads.ask();
        rereads.askNow();
        assertThat(readings).isZero();
        assertThat(rereads.wanted()).isTrue();
        up = true;
        read();
        rereads.ends();
        rereads.askIfMissed();
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void readingOfALostConnectionShouldNotStandInTheWayOfTheNext() {
        rereads.ask();
        rereads.stop();
        rereads.ask();
        assertThat(readings).isEqualTo(2);
    }
}
