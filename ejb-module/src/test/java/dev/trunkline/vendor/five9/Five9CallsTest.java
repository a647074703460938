package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.CallFixture.CALL;
import static dev.trunkline.vendor.five9.CallFixture.deleted;
import static dev.trunkline.vendor.five9.CallFixture.minimal;
import static dev.trunkline.vendor.five9.CallFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.vendor.five9.Five9Call.Me;
import dev.trunkline.vendor.five9.Five9Pending.Dialled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is new and what is old of what the platform says, in whatever order it comes (sheet 5.6). */
class Five9CallsTest {
    private static final String OTHER = "C86EBE50B9744D6D946531842B278846";

    private final AtomicLong clock = new AtomicLong();
    private final Five9Seat seat = new Five9Seat();
    private final Five9Calls calls = new Five9Calls(seat, Duration.ofSeconds(25), clock::get);

    @BeforeEach
    void begin() {
        calls.of(new Me("agent1@acme.example", "1001", false));
        seat.pending().begin(new Dialled("m-1", "6085559000", Map.of()));
    }

    private String state() {
        return calls.find(CALL).orElseThrow().state();
    }

    private List<Optional<LifeCycle>> lives() {
        return Five9EventMapper.toSnapshots(calls.find(CALL).orElseThrow(), "", false).stream()
                .map(snapshot -> snapshot.lifeCycle())
                .toList();
    }

    @Test
    void firstCallThatNobodyKnewShouldBeTheDials() {
        Five9Call call = calls.pushed(told("OFFERED", "")).orElseThrow();
        assertThat(call.memory().command()).isEqualTo("m-1");
        assertThat(call.to()).isEqualTo("6085559000");
        assertThat(calls.pushed(new Five9Said(minimal(OTHER, "OFFERED"), "", "", false))
                        .orElseThrow()
                        .memory()
                        .command())
                .as("the next is not")
                .isEmpty();
    }

    @Test
    void callThatWasThereBeforeShouldNotBeTakenForTheDials() {
        Five9Seat other = new Five9Seat();
        Five9Calls theirs = new Five9Calls(other, Duration.ofSeconds(25), clock::get);
        theirs.of(new Me("agent1@acme.example", "1001", false));
        theirs.pushed(told("TALKING", ""));
        other.pending().begin(new Dialled("m-2", "6085559000", Map.of()));
        assertThat(theirs.pushed(told("ON_HOLD", "")).orElseThrow().memory().command())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RINGING_ON_OTHER_SIDE, OFFERED",
        "TALKING, RINGING_ON_OTHER_SIDE",
        "WRAP_UP, ON_HOLD",
        "FINISHED, WRAP_UP"
    })
    void callShouldNotGoBack(String now, String late) {
        calls.pushed(told("RINGING_ON_OTHER_SIDE", ""));
        calls.pushed(told("TALKING", ""));
        calls.pushed(told(now, ""));
        String before = state();
        calls.pushed(told(late, ""));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void talkAndHoldShouldFollowThePlatformsClock() {
        calls.pushed(told("TALKING", "2026-03-04T15:00:01.000Z"));
        calls.pushed(told("ON_HOLD", "2026-03-04T15:00:03.000Z"));
        calls.pushed(told("TALKING", "2026-03-04T15:00:02.000Z"));
        assertThat(state()).as("an earlier one that came late").isEqualTo("ON_HOLD");
        calls.pushed(told("TALKING", "2026-03-04T15:00:04.000Z"));
        assertThat(state()).isEqualTo("TALKING");
    }

    /** What was pushed while we read is newer than what we read. */
    @Test
    void readingThatBeganBeforeAPushShouldNotTakeItBack() {
        calls.pushed(told("TALKING", ""));
        calls.readingBegins();
        calls.pushed(told("ON_HOLD", ""));
        calls.read(minimal("TALKING"));
        assertThat(state()).isEqualTo("ON_HOLD");
        calls.readingBegins();
        calls.read(minimal("TALKING"));
        assertThat(state()).isEqualTo("TALKING");
    }

    @Test
    void unknownWordShouldKeepTheLifeCycle() {
        calls.pushed(told("TALKING", ""));
        calls.pushed(told("PARKED", ""));
        assertThat(lives()).containsExactly(Optional.empty());
        calls.pushed(told("TALKING", ""));
        assertThat(lives()).containsExactly(Optional.of(LifeCycle.CONNECTED));
    }

    @Test
    void callThatIsMissingInOneReadingShouldStay() {
        calls.pushed(told("TALKING", ""));
        calls.readingBegins();
        assertThat(calls.missing(List.of(), false)).isTrue();
        assertThat(calls.open()).hasSize(1);
        calls.readingBegins();
        calls.read(minimal("TALKING"));
        calls.missing(List.of(CALL), false);
        calls.readingBegins();
        assertThat(calls.missing(List.of(), false))
                .as("twice, but not in a row")
                .isTrue();
        assertThat(calls.open()).hasSize(1);
    }

    @Test
    void callThatIsMissingInTwoReadingsShouldBeGone() {
        calls.pushed(told("TALKING", ""));
        for (int i = 0; i < 2; i++) {
            calls.readingBegins();
            calls.missing(List.of(), false);
        }
        assertThat(calls.open()).isEmpty();
        assertThat(lives()).containsExactly(Optional.of(LifeCycle.ENDED));
    }

    @Test
    void callThatNobodyAnsweredShouldFailBeforeItOwesAnOutcome() {
        calls.pushed(told("RINGING_ON_OTHER_SIDE", ""));
        calls.pushed(told("WRAP_UP", ""));
        assertThat(lives()).containsExactly(Optional.of(LifeCycle.FAILED), Optional.of(LifeCycle.WRAP_UP));
        assertThat(calls.find(CALL).orElseThrow().memory().guess()).contains(Reason.NOT_CONNECTED);
    }

    @Test
    void longRingShouldBeNoAnswer() {
        calls.pushed(told("RINGING_ON_OTHER_SIDE", ""));
        clock.addAndGet(Duration.ofSeconds(26).toNanos());
        calls.pushed(told("WRAP_UP", ""));
        assertThat(calls.find(CALL).orElseThrow().memory().guess()).contains(Reason.NO_ANSWER);
    }

    /** Out of order: that somebody answered is heard when it is over. */
    @Test
    void talkThatIsHeardOfLateShouldBeKnown() {
        calls.pushed(told("RINGING_ON_OTHER_SIDE", ""));
        calls.pushed(told("WRAP_UP", ""));
        calls.pushed(told("TALKING", ""));
        assertThat(state()).isEqualTo("WRAP_UP");
        assertThat(lives()).containsExactly(Optional.of(LifeCycle.WRAP_UP));
        assertThat(calls.find(CALL).orElseThrow().memory().guess()).isEmpty();
    }

    @Test
    void endShouldBeHeardOnce() {
        calls.pushed(told("TALKING", ""));
        calls.pushed(told("WRAP_UP", ""));
        assertThat(calls.pushed(told("FINISHED", ""))).isPresent();
        assertThat(calls.pushed(deleted())).isEmpty();
        assertThat(calls.pushed(deleted())).isEmpty();
        assertThat(lives()).containsExactly(Optional.of(LifeCycle.ENDED));
    }

    @Test
    void deletedCallShouldEndWhateverItsStateWas() {
        calls.pushed(told("TALKING", ""));
        calls.pushed(deleted());
        assertThat(lives()).containsExactly(Optional.of(LifeCycle.ENDED));
    }

    @Test
    void endOfACallThatNobodyKnewShouldBeNobodysNews() {
        seat.pending().refused("m-1");
        assertThat(calls.pushed(deleted())).isEmpty();
        assertThat(calls.pushed(told("FINISHED", ""))).isEmpty();
    }

    @Test
    void callShouldBeTheSameAfterARestart() {
        calls.pushed(told("TALKING", "2026-03-04T15:00:01.000Z"));
        Five9Call before = calls.find(CALL).orElseThrow();
        Five9Call after = Five9Memory.read(Five9Memory.write(before));
        assertThat(after).usingRecursiveComparison().ignoringFields("told.raw").isEqualTo(before);
    }
}
