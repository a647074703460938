package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.finesse.wire.ApiError;
import java.io.EOFException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.packet.StreamError;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smack.sasl.packet.SaslNonza.SASLFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinesseErrorMapperTest {
    @ParameterizedTest
    @CsvSource({
        "400, Invalid Destination, INVALID_NUMBER, NONE",
        "400, Parameter Missing, PLATFORM_REJECTED, NONE",
        "400, Generic Error, PLATFORM_REJECTED, NONE",
        "401, Authorization Failure, AUTH_EXPIRED, NONE",
        "401, '', AUTH_EXPIRED, NONE",
        "401, Invalid Authorization User Specified, FORBIDDEN, NONE",
        "401, Invalid State, INVALID_STATE, NONE",
        "403, '', FORBIDDEN, NONE",
        "404, Dialog Not Found, CALL_NOT_FOUND, NONE",
        "404, User Not Found, AUTH_EXPIRED, NONE",
        "301, '', PLATFORM_REJECTED, NONE",
        "500, Internal Server Error, PLATFORM_REJECTED, DOUBTFUL",
        "501, Not Implemented, NOT_SUPPORTED, NONE",
        "502, '', PLATFORM_REJECTED, DOUBTFUL",
        "503, Service Unavailable, PLATFORM_UNAVAILABLE, NONE"
    })
    void answersShouldBecomeTheContractsCodes(int status, String type, Code code, Effect effect) {
        List<ApiError> errors = type.isEmpty() ? List.of() : List.of(new ApiError(type, "said so", "5101"));
        VendorException e = FinesseErrorMapper.answered(status, errors, Optional.empty());
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.effect()).isEqualTo(effect);
        assertThat(e.refusal().platform()).containsEntry("httpStatus", status).containsEntry("code", type);
    }

    @Test
    void tooManyRequestsShouldSayWhenToComeBack() {
        VendorException e = FinesseErrorMapper.answered(429, List.of(), Optional.of("2"));
        assertThat(e.code()).isEqualTo(Code.RATE_LIMITED);
        assertThat(e.refusal().retryAfterMs()).contains(2000L);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Call Operation Failure, PLATFORM_REJECTED",
        "2, Call Operation Failure, INVALID_STATE",
        "3, Call Operation Failure, INVALID_DATA",
        "4, Call Operation Failure, CALL_NOT_FOUND",
        "5, Call Operation Failure, DEVICE_UNAVAILABLE",
        "6, Call Operation Failure, INVALID_NUMBER",
        "8, Call Operation Failure, FORBIDDEN",
        "12, Call Operation Failure, CALL_NOT_FOUND",
        "14, Call Operation Failure, INVALID_NUMBER",
        "22, Call Operation Failure, INVALID_STATE",
        "33, Call Operation Failure, INVALID_STATE",
        "34, Call Operation Failure, DEVICE_UNAVAILABLE",
        "265, Invalid State, INVALID_STATE",
        "20999, Call Operation Failure, PLATFORM_REJECTED",
        "'', Invalid Device, DEVICE_UNAVAILABLE",
        "'', Device Busy, DEVICE_UNAVAILABLE",
        "'', Generic Error, PLATFORM_REJECTED"
    })
    void laterRefusalsShouldBecomeTheContractsCodes(String cti, String type, Code code) {
        VendorException e = FinesseErrorMapper.refusedLater(new ApiError(type, "CF_SOMETHING", cti));
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
        assertThat(e.refusal().platform()).isEqualTo(Map.of("code", cti, "message", type + " CF_SOMETHING"));
    }

    @Test
    void recordedErrorsShouldBeReadInBothSpellings() {
        assertThat(FinesseXml.errors(CallFixture.text("example-api-errors.xml")))
                .containsExactly(new ApiError("Invalid Destination", "...", "5101"));
        assertThat(FinesseXml.update(CallFixture.text("example-error-notification.xml"))
                        .errors())
                .containsExactly(new ApiError("Call Operation Failure", "CF_RESOURCE_OUT_OF_SERVICE", "34"));
    }

    @Test
    void refusedSignInShouldBeFinalAndALostConnectionNot() {
        VendorException refused =
                FinesseErrorMapper.link(new SASLErrorException("PLAIN", new SASLFailure("not-authorized")));
        VendorException later =
                FinesseErrorMapper.link(new SASLErrorException("PLAIN", new SASLFailure("temporary-auth-failure")));
        VendorException lost = FinesseErrorMapper.link(new EOFException());
        assertThat(refused.code()).isEqualTo(Code.AUTH_EXPIRED);
        assertThat(FinesseErrorMapper.isFinal(refused)).isTrue();
        assertThat(later.code()).isEqualTo(Code.LINK_DOWN);
        assertThat(FinesseErrorMapper.isFinal(later)).isFalse();
        assertThat(lost.code()).isEqualTo(Code.LINK_DOWN);
        assertThat(FinesseErrorMapper.isFinal(lost)).isFalse();
    }

    @Test
    void conflictShouldBeFinalAndNamed() {
        StreamError error = new StreamError(StreamError.Condition.conflict, null, null, null);
        VendorException e = FinesseErrorMapper.link(new StreamErrorException(error));
        assertThat(e.code()).isEqualTo(Code.LINK_DOWN);
        assertThat(e.getMessage()).contains("another client took over the connection (conflict)");
        assertThat(FinesseErrorMapper.isFinal(e)).isTrue();
    }
}
