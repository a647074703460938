package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldTest {
    private final Held<String> held = new Held<>();

    @Test
    void connectionOfTheTryShouldBeKeptAndTakenOnce() {
        Object mine = held.begin();
        assertThat(held.keeps(mine, "a")).isTrue();
        assertThat(held.get()).contains("a");
        assertThat(held.taken()).contains("a");
        assertThat(held.taken()).isEmpty();
    }

    @Test
    void connectionOfAnEarlierTryShouldBeNobodys() {
        Object mine = held.begin();
        held.begin();
        assertThat(held.isCurrent(mine)).isFalse();
        assertThat(held.keeps(mine, "late")).isFalse();
        assertThat(held.get()).isEmpty();
    }

    @Test
    void connectionThatComesAfterItWasTakenOrClosedShouldBeNobodys() {
        Object mine = held.begin();
        held.taken();
        assertThat(held.keeps(mine, "late")).isFalse();
        assertThat(held.keeps(held.current(), "next")).isTrue();
        assertThat(held.close()).contains("next");
        assertThat(held.keeps(held.begin(), "after the end")).isFalse();
    }
}
