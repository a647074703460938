package dev.trunkline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostTest {
    private static final Cost FEW = new Cost(100, new Cost.Memory(90, 1_700), 300, new Cost.Sockets(350, 120), 0.10);
    private static final Cost MANY =
            new Cost(2_000, new Cost.Memory(280, 2_000), 338, new Cost.Sockets(4_150, 2_020), 0.29);

    @Test
    void eachAgentMoreShouldCostTheDifference() {
        assertThat(Cost.each("GWS", FEW, MANY).row())
                .isEqualTo(
                        "| each agent more on GWS | 100 kB of heap, 0.02 threads, 2.00 sockets (to the platform 1.00), "
                                + "0.10 ms of processor time a second |  |  |");
    }

    @Test
    void bothShouldStandBesideEachOther() {
        assertThat(Cost.both("GWS", FEW, MANY).value())
                .isEqualTo("live heap 90 and 280 MB, resident 1700 and 2000 MB, threads 300 and 338, "
                        + "sockets 350 and 4150 (to the platform 120 and 2020), processors 0.10 and 0.29");
    }
}
