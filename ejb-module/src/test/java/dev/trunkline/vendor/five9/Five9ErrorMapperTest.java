package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.five9.wire.ApiError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal means, and whether it may have been done all the same (sheet 3.5). */
class Five9ErrorMapperTest {
    private static VendorException answered(int status, String code, String context, String message) {
        return Five9ErrorMapper.answered(status, new ApiError(code, context, message, ""), Optional.empty(), "");
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTH_EXPIRED, NONE",
        "403, FORBIDDEN, NONE",
        "404, CALL_NOT_FOUND, NONE",
        "435, PLATFORM_REJECTED, NONE",
        "429, RATE_LIMITED, NONE",
        "500, PLATFORM_REJECTED, DOUBTFUL",
        "502, PLATFORM_UNAVAILABLE, DOUBTFUL",
        "503, PLATFORM_UNAVAILABLE, DOUBTFUL",
        "504, PLATFORM_TIMEOUT, DOUBTFUL"
    })
    void statusShouldDecideWhereNothingElseDoes(int status, Code code, Effect effect) {
        VendorException refused = answered(status, "", "", "");
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource({
        "The number is on the DNC list, DNC_BLOCKED",
        "Invalid phone number, INVALID_NUMBER",
        "INVALID_NUMBER, INVALID_NUMBER",
        "Campaign is required, CAMPAIGN_REQUIRED",
        "User has no permission CAN_MAKE_CALLS_TO_EXTERNAL, FORBIDDEN",
        "Agent is not ready, AGENT_NOT_READY",
        "Something nobody has heard of, PLATFORM_REJECTED"
    })
    void wordsShouldTellRefusalsApart(String message, Code code) {
        assertThat(answered(435, "1001", "", message).code()).isEqualTo(code);
        assertThat(answered(435, "1001", message, "").code()).isEqualTo(code);
    }

    @Test
    void operatorsMayTeachItOthers() {
        ApiError error = new ApiError("4711", "CALL", "Nope", "");
        VendorException refused =
                Five9ErrorMapper.answered(435, error, Optional.empty(), "4711=DNC_BLOCKED; nope=INVALID_NUMBER");
        assertThat(refused.code()).isEqualTo(Code.DNC_BLOCKED);
    }

    @Test
    void whatThePlatformSaidShouldBeHandedOn() {
        VendorException refused = answered(435, "1001", "CALL", "Nope");
        assertThat(refused.refusal().platform())
                .containsEntry("httpStatus", 435)
                .containsEntry("code", "1001")
                .containsEntry("message", "Nope");
    }

    @Test
    void wrongLogInStateShouldBeKnownByItsContext() {
        ApiError error = Five9Json.error(CallFixture.text("error-login"));
        VendorException refused = Five9ErrorMapper.answered(435, error, Optional.empty(), "");
        assertThat(refused.code()).isEqualTo(Code.INVALID_STATE);
        assertThat(Five9ErrorMapper.wrongLogInState(refused)).isTrue();
        assertThat(Five9ErrorMapper.over(refused)).as("the call is still there").isFalse();
    }

    @Test
    void migrationShouldBeKnownByItsCode() {
        ApiError moved = new ApiError("5001", "", "Service migrated", "150");
        assertThat(Five9ErrorMapper.migrated(435, moved)).isTrue();
        assertThat(Five9ErrorMapper.migrated(500, moved)).isFalse();
    }

    /** A page of a proxy's. */
    @Test
    void bodyThatIsNoneOfThePlatformsShouldSayNothing() {
        assertThat(Five9Json.error("<html>Bad Gateway</html>")).isEqualTo(new ApiError("", "", "", ""));
        assertThat(Five9Json.error("{nonsense")).isEqualTo(new ApiError("", "", "", ""));
    }

    /** Another try could lock the account; a platform in trouble says nothing of the password. */
    @ParameterizedTest
    @CsvSource({"401, true", "435, true", "403, true", "429, false", "500, false", "503, false"})
    void refusedLogInShouldBeFinalOnlyIfItIsAboutThePassword(int status, boolean last) {
        VendorException refused = Five9ErrorMapper.logInRefused(status, new ApiError("", "", "", ""), Optional.empty());
        assertThat(Five9ErrorMapper.isFinal(refused)).isEqualTo(last);
        assertThat(refused.code() == Code.AUTH_EXPIRED).isEqualTo(last);
    }

    @Test
    void retryAfterShouldBeHandedOn() {
        VendorException busy = Five9ErrorMapper.answered(429, new ApiError("", "", "", ""), Optional.of("2"), "");
        assertThat(busy.refusal().retryAfterMs()).contains(2_000L);
    }
}
