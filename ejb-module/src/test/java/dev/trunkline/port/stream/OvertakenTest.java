package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OvertakenTest {
    private static final String CALL = "1";

    private final Overtaken overtaken = new Overtaken();

    @Test
    void whatIsReadAheadShouldWaitForTheNextReading() {
        assertThat(overtaken.waits(CALL)).isTrue();
        overtaken.readAgain();
        assertThat(overtaken.waiting()).containsExactly(CALL);
        assertThat(overtaken.waits(CALL)).isFalse();
        overtaken.readAgain();
        assertThat(overtaken.waiting()).isEmpty();
    }

    @Test
    void wordOfTheCallShouldMakeItWaitOnceMore() {
        overtaken.waits(CALL);
        overtaken.readAgain();
        overtaken.heard(CALL);
        assertThat(overtaken.waits(CALL)).isTrue();
    }

    @Test
    void onlyTheFirstReadingOfAConnectionShouldWantAnotherAtOnce() {
        overtaken.waits(CALL);
        assertThat(overtaken.readAgain()).isTrue();
        overtaken.heard(CALL);
        overtaken.waits(CALL);
        assertThat(overtaken.readAgain()).isFalse();
        overtaken.begin();
        assertThat(overtaken.readAgain()).as("nothing waits").isFalse();
        overtaken.begin();
        overtaken.waits(CALL);
        assertThat(overtaken.readAgain()).isTrue();
    }
}
