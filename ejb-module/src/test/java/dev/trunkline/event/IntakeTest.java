package dev.trunkline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Intake intake = new Intake(PATIENCE);

    private static long handedIn(Duration ago) {
        return System.nanoTime() - ago.toNanos();
    }

    /** After an outage there is more to store than one commit takes. */
    @Test
    void doorShouldStayClosedUntilWhatPiledUpIsStored() {
        long second = handedIn(PATIENCE.multipliedBy(2));
        intake.trying(handedIn(PATIENCE.multipliedBy(3)));
        assertThat(intake.closed()).isPresent();
        intake.answered(OptionalLong.of(second));
        assertThat(intake.closed()).as("the first of it is stored").isPresent();
        intake.trying(second);
        intake.answered(OptionalLong.of(handedIn(Duration.ZERO)));

        assertThat(intake.closed()).as("nothing is late any more").isEmpty();
    }

    @Test
    void doorShouldOpenWithTheAnswerIfNothingElseWaits() {
        intake.trying(handedIn(PATIENCE.multipliedBy(2)));
        assertThat(intake.closed().orElseThrow().why()).contains("has not answered");
        intake.answered(OptionalLong.empty());

        assertThat(intake.closed()).isEmpty();
    }
}
