package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinesseDigitsTest {
    @Test
    void tonesShouldBeSentInFinessesSpelling() {
        assertThat(FinesseDigits.tones("12#*ad", false)).isEqualTo("12#*AD");
        assertThat(FinesseDigits.tones("0*", true)).isEqualTo("0*");
    }

    @ParameterizedTest
    @CsvSource({"'1,2', false", "'', false", "E, false", "A, true"})
    void tonesThatFinesseDoesNotHaveShouldBeRefused(String digits, boolean ccx) {
        assertThatThrownBy(() -> FinesseDigits.tones(digits, ccx))
                .isInstanceOfSatisfying(
                        VendorException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_DATA));
    }

    @ParameterizedTest
    @CsvSource({"(312) 555-0142, 3125550142", "+1 312.555.0142, +13125550142", "5230, 5230", "Sales-Queue, Sales-Queue"
    })
    void numberShouldLoseWhatFinesseWouldDialAlong(String written, String sent) {
        assertThat(FinesseDigits.number(written)).isEqualTo(sent);
    }
}
