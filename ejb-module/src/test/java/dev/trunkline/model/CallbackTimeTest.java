package dev.trunkline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-05T09:30:00-06:00, , 2026-03-05T15:30:00Z, false",
        "2026-03-05T09:30, America/Chicago, 2026-03-05T15:30:00Z, false",
        "2026-07-05T09:30, America/Chicago, 2026-07-05T14:30:00Z, false",
        "2026-03-05T09:30Z, America/Chicago, 2026-03-05T09:30:00Z, false",
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00Z, true",
        "2026-10-25T02:30+01:00, Europe/Berlin, 2026-10-25T01:30:00Z, false"
    })
    void sameMomentShouldBeMeantHoweverItIsWritten(String written, String zone, Instant at, boolean shifted) {
        assertThat(CallbackTime.of("callbackTime", written, Optional.ofNullable(zone)))
                .isEqualTo(new CallbackTime(at, shifted));
    }

    @Test
    void whatNamesNoMomentShouldBeRefusedByTheNameOfItsMember() {
        assertThatThrownBy(() -> CallbackTime.of("callbackEndTime", "2026-03-29T02:30", Optional.of("Europe/Berlin")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("callbackEndTime does not exist in that zone");
        assertThatThrownBy(() -> CallbackTime.of("callbackTime", "+99999-01-01T00:00Z", Optional.empty()))
                .isInstanceOf(RefusedException.class);
    }
}
