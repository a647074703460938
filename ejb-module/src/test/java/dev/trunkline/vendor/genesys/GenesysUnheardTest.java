package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenesysUnheardTest {
    private static final List<CallSnapshot> DIALING =
            CallFixture.told("a agent connected me talked", "f customer dialing");
    private static final List<CallSnapshot> TALKING =
            CallFixture.told("a agent connected me talked", "f customer connected talked");

    private final GenesysUnheard unheard = new GenesysUnheard();

    @Test
    void changeThatNobodyPushedByTheNextReadingShouldBeMissed() {
        assertThat(unheard.read(DIALING)).isFalse();
        assertThat(unheard.read(TALKING)).isFalse();
        assertThat(unheard.read(TALKING)).isTrue();
        assertThat(unheard.read(TALKING)).as("once").isFalse();
    }

    @Test
    void readingThatOvertakesThePushShouldBeNoReasonToWorry() {
        unheard.read(DIALING);
        unheard.read(TALKING);
        unheard.heard(CallFixture.CALL);
        assertThat(unheard.read(TALKING)).isFalse();
    }

    @Test
    void whatWasPushedAndToldShouldBeKnown() {
        unheard.read(DIALING);
        unheard.heard(CallFixture.CALL);
        unheard.told(TALKING);
        assertThat(unheard.read(TALKING)).isFalse();
        assertThat(unheard.read(TALKING)).isFalse();
    }

    @Test
    void callThatOnlyReadingsKnowShouldBeMissedToo() {
        unheard.read(List.of());
        assertThat(unheard.read(DIALING)).isFalse();
        assertThat(unheard.read(DIALING)).isTrue();
    }

    @Test
    void afterAConnectNothingShouldBeCompared() {
        unheard.read(DIALING);
        unheard.forget();
        assertThat(unheard.read(TALKING)).isFalse();
        assertThat(unheard.read(TALKING)).isFalse();
    }
}
