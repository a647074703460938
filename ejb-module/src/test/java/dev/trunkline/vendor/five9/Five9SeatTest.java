package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.vendor.five9.wire.Presence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class Five9SeatTest {
    private static final Five9Agent WORKING = new Five9Agent(
            "3570001", "agent1@acme.example", Five9Agent.WORKING, "1001", new Presence(List.of("CALL"), "0", 0));

    private final Five9Seat seat = new Five9Seat();

    @Test
    void onlyASessionOfOursShouldBeBegunAgainAfterAMove() {
        seat.moved(true);
        assertThat(seat.resumes()).as("nobody was at work").isFalse();
        seat.saw(WORKING);
        seat.moved(false);
        assertThat(seat.resumes()).as("it is the desktop's").isFalse();
        assertThat(seat.movedWithin(Duration.ofMinutes(1))).isTrue();
        seat.moved(true);
        assertThat(seat.resumes()).isTrue();
        seat.moved(false);
        assertThat(seat.resumes()).as("it is not taken back").isTrue();
        seat.resumed();
        assertThat(seat.resumes()).isFalse();
    }

    @Test
    void whoIsOutShouldBeKnownUntilHisSessionBegins() {
        assertThat(seat.out()).as("nobody knows").isFalse();
        seat.saw(Five9Agent.out(CallFixture.AGENT, "3570001", Five9Agent.SELECT_STATION));
        assertThat(seat.out()).isTrue();
        seat.begun();
        assertThat(seat.out()).isFalse();
        seat.saw(Five9Agent.out(CallFixture.AGENT, "3570001", Five9Agent.SELECT_STATION));
        assertThat(seat.out()).isTrue();
    }

    @Test
    void waitingShouldEndWithItsTime() {
        assertThat(seat.until(Five9Seat::hears, Duration.ofMillis(10))).isFalse();
        seat.hears(true);
        assertThat(seat.until(Five9Seat::hears, Duration.ofMinutes(1))).isTrue();
    }
}
