package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnheardTest {
    private static final String CALL = "c-1";
    private static final List<CallSnapshot> DIALING = List.of(call(LifeCycle.DIALING));
    private static final List<CallSnapshot> TALKING = List.of(call(LifeCycle.CONNECTED));

    private final Unheard unheard = new Unheard();

    private static CallSnapshot call(LifeCycle cycle) {
        return new CallSnapshot(
                CALL,
                cycle.name(),
                Optional.of(cycle),
                true,
                "7040",
                "3125550142",
                List.of("3125550142"),
                "",
                "",
                Set.of(),
                Set.of(),
                Map.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                cycle.name(),
                Map.of(),
                "");
    }

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
        unheard.heard(CALL);
        assertThat(unheard.read(TALKING)).isFalse();
    }

    @Test
    void whatWasPushedAndToldShouldBeKnown() {
        unheard.read(DIALING);
        unheard.heard(CALL);
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

    /** An agent may be connected for weeks. */
    @Test
    void nothingShouldBeKeptOfWhatIsGone() {
        unheard.read(List.of());
        unheard.told(TALKING);
        unheard.gone(CALL);
        assertThat(unheard.read(TALKING)).isFalse();
        assertThat(unheard.read(TALKING)).as("it was new again").isTrue();
    }

    @Test
    void afterAConnectNothingShouldBeCompared() {
        unheard.read(DIALING);
        unheard.forget();
        assertThat(unheard.read(TALKING)).isFalse();
        assertThat(unheard.read(TALKING)).isFalse();
    }
}
