package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.port.VendorException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinesseCallbackZoneTest {
    private static final Instant MOMENT = Instant.parse("2026-07-05T12:00:59Z");

    @ParameterizedTest
    @CsvSource({
        "customer, +00330, 60, 2026-07-05T17:30",
        "customer, -00300, 60, 2026-07-05T07:00",
        "customer, '', 60, 2026-07-05T13:00",
        "customer, nowhere, -120, 2026-07-05T10:00",
        "server, +00330, 60, 2026-07-05T13:00",
        "America/Chicago, +00330, 60, 2026-07-05T07:00"
    })
    void momentShouldBeToldOnTheClockThatFinesseReads(String rule, String customer, String server, String expected) {
        assertThat(new FinesseCallbackZone(rule).local(MOMENT, Map.of("BATimeZone", customer), server))
                .isEqualTo(expected);
    }

    @Test
    void zoneThatNobodyKnowsShouldBeRefusedRatherThanGuessed() {
        assertThatThrownBy(() -> new FinesseCallbackZone("server").local(MOMENT, Map.of(), ""))
                .isInstanceOf(VendorException.class)
                .hasMessageStartingWith("INVALID_DATA: callbackTime");
    }

    @Test
    void ruleThatIsNoneShouldNotPass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FinesseCallbackZone("Europe/Nowhere"))
                .withMessage("trunkline.finesse.callbackZone: Europe/Nowhere");
    }
}
