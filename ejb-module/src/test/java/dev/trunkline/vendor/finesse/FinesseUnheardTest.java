package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.CallFixture.INES;
import static dev.trunkline.vendor.finesse.CallFixture.dialog;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinesseUnheardTest {
    private final FinesseUnheard unheard = new FinesseUnheard();

    @Test
    void changeThatNobodyToldByTheNextReadingShouldCountAsMissed() {
        unheard.read(List.of(call("ACTIVE")));
        assertThat(unheard.read(List.of(call("HELD")))).isEmpty();
        assertThat(unheard.read(List.of(call("HELD")))).contains(List.of("1"));
        assertThat(unheard.read(List.of(call("HELD")))).isEmpty();
    }

    @Test
    void readingThatOvertookThePushShouldNotCount() {
        unheard.read(List.of(call("ACTIVE")));
        unheard.read(List.of(call("HELD")));
        unheard.heard(call("HELD"));
        assertThat(unheard.read(List.of(call("HELD")))).isEmpty();
    }

    @Test
    void callThatCameAndCallThatWentUnheardShouldCount() {
        unheard.read(List.of());
        unheard.read(List.of(call("ACTIVE")));
        assertThat(unheard.read(List.of())).contains(List.of("1"));
        assertThat(unheard.read(List.of())).contains(List.of("1"));
    }

    @Test
    void whatWasPushedShouldNotCount() {
        unheard.read(List.of());
        unheard.heard(call("ACTIVE"));
        unheard.read(List.of(call("ACTIVE")));
        unheard.heard(FinesseEventMapper.toSnapshot(FinesseCall.last(INES, dialog("1", "OUT", "5101", "7")), ""));
        unheard.read(List.of());
        assertThat(unheard.read(List.of())).isEmpty();
    }

    @Test
    void firstReadingOfAConnectionShouldProveNothing() {
        unheard.read(List.of(call("ACTIVE")));
        unheard.forget();
        unheard.read(List.of(call("HELD")));
        assertThat(unheard.read(List.of(call("HELD")))).isEmpty();
    }

    private static CallSnapshot call(String own) {
        return FinesseEventMapper.toSnapshot(
                FinesseCall.of(INES, dialog("1", "OUT", "5101", "7", "5101 AGENT_DEVICE " + own + " DROP")), "");
    }
}
