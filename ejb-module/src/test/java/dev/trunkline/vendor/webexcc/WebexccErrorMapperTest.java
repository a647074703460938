package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.CallFixture.bare;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.model.Reason;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.webexcc.wire.ApiError;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebexccErrorMapperTest {
    /** Sheet 3.2. */
    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ORIGIN, origin, INVALID_DATA, NONE",
        "400, X, destination, INVALID_NUMBER, NONE",
        "400, X, '', PLATFORM_REJECTED, NONE",
        "401, '', '', AUTH_EXPIRED, NONE",
        "403, '', '', FORBIDDEN, NONE",
        "404, '', '', CALL_NOT_FOUND, NONE",
        "429, '', '', RATE_LIMITED, NONE",
        "500, '', '', PLATFORM_REJECTED, DOUBTFUL",
        "503, '', '', PLATFORM_TIMEOUT, DOUBTFUL",
        "501, '', '', PLATFORM_REJECTED, NONE"
    })
    void answerShouldHaveACode(int status, String type, String subject, Code code, Effect effect) {
        VendorException why =
                WebexccErrorMapper.answered(status, new ApiError("RA_1", type, "no", subject, ""), Optional.of("2"));
        assertThat(why.code()).isEqualTo(code);
        assertThat(why.effect()).isEqualTo(effect);
        assertThat(WebexccErrorMapper.status(why)).isEqualTo(status);
        assertThat(why.refusal().retryAfterMs()).isEqualTo(status == 429 ? Optional.of(2000L) : Optional.empty());
    }

    @Test
    void bothShapesOfARefusalShouldBeRead() {
        ApiError one = WebexccAnswers.error("{\"trackingId\":\"RA_91\",\"errorType\":\"INVALID_ORIGIN\","
                + "\"errorMessage\":\"Invalid origin.\",\"errorData\":\"origin\",\"reasonCode\":400}");
        assertThat(one).isEqualTo(new ApiError("RA_91", "INVALID_ORIGIN", "Invalid origin.", "origin", "400"));
        ApiError other = WebexccAnswers.error(
                "{\"trackingId\":\"RA_92\",\"error\":{\"key\":400,\"message\":[{\"description\":\"bad\"}]}}");
        assertThat(other).isEqualTo(new ApiError("RA_92", "", "bad", "", "400"));
        assertThat(WebexccAnswers.error("<html>")).isEqualTo(ApiError.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT_NOT_FOUND, 0, NOT_LOGGED_IN",
        "WHATEVER, 1038, NOT_LOGGED_IN",
        "DUPLICATE_LOCATION, 7, DEVICE_UNAVAILABLE",
        "AGENT_HAS_ASSIGNED_CONTACTS, 7, INVALID_STATE",
        "NO_MATCHING_AGENT_CHANNEL_FOUND, 7, AGENT_BUSY",
        "SOMETHING, 7, PLATFORM_REJECTED"
    })
    void failureThatIsToldShouldHaveACode(String reason, String number, Code code) {
        Frame frame = bare("AgentStateChangeFailed", 1, "\"reason\":\"" + reason + "\",\"reasonCode\":" + number);
        VendorException why = WebexccErrorMapper.told(frame);
        assertThat(why.code()).isEqualTo(code);
        assertThat(why.refusal().platform()).containsEntry("code", reason);
        assertThat(WebexccErrorMapper.noSession(frame)).isEqualTo(code == Code.NOT_LOGGED_IN);
    }

    @Test
    void signInThatIsOverShouldNotBeTriedAgain() {
        assertThat(WebexccErrorMapper.isFinal(WebexccErrorMapper.tookOver())).isTrue();
        assertThat(WebexccErrorMapper.isFinal(WebexccErrorMapper.link(new IOException("x"))))
                .isFalse();
        assertThat(WebexccErrorMapper.isFinal(WebexccErrorMapper.noToken(400, ApiError.NONE, "invalid_grant")))
                .isTrue();
        assertThat(WebexccErrorMapper.isFinal(WebexccErrorMapper.noToken(401, ApiError.NONE, "invalid_client")))
                .isFalse();
    }

    // ---- why a call ended (sheet 6.3)

    private static Optional<Reason> reason(String type, String word, String number) {
        return CallFixture.OUTCOMES.of(bare(type, 1, "\"reason\":\"" + word + "\",\"reasonCode\":" + number));
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_BUSY, 1022, BUSY",
        "'', 1022, BUSY",
        "CUSTOMER_NO_ANSWER, 1, NO_ANSWER",
        "CUSTOMER_UNAVAILABLE, 1, NO_ANSWER",
        "OUTDIAL_TIMEOUT, 1, NO_ANSWER",
        "INVALID_DESTINATION, 1, INVALID_NUMBER",
        "NUMBER_NOT_FOUND, 1, INVALID_NUMBER",
        "UNALLOCATED_NUMBER, 1, INVALID_NUMBER",
        "CUSTOMER_REJECTED, 1, REJECTED",
        "AGENT_ENDS, 1, CANCELLED_BY_AGENT",
        "AGENT_NOT_FOUND, 1038, DEVICE_UNAVAILABLE",
        "NO_MATCHING_AGENT_CHANNEL_FOUND, 1, DEVICE_UNAVAILABLE",
        "NEVER_HEARD, 1, PLATFORM_ERROR"
    })
    void wordShouldHaveAReason(String word, String number, Reason expected) {
        assertThat(reason("AgentOutboundFailed", word, number)).contains(expected);
    }

    @Test
    void eventShouldSayItWhereTheWordDoesNot() {
        assertThat(reason("AgentOfferContactRona", "", "0")).contains(Reason.AGENT_PHONE_NO_ANSWER);
        assertThat(reason("AgentInviteFailed", "", "0")).contains(Reason.DEVICE_UNAVAILABLE);
        assertThat(reason("AgentContactAssignFailed", "USER_DECLINED", "156")).contains(Reason.CANCELLED_BY_AGENT);
        assertThat(CallFixture.OUTCOMES.of(bare("AgentOutboundFailed", 1, "\"terminatingParty\":\"Agent\"")))
                .contains(Reason.CANCELLED_BY_AGENT);
    }

    @Test
    void operatorShouldBeAbleToSayWhatAWordMeans() {
        WebexccOutcomes told = new WebexccOutcomes(Map.of("never_heard", Reason.BUSY));
        assertThat(told.of(bare("AgentOutboundFailed", 1, "\"reason\":\"NEVER_HEARD\"")))
                .contains(Reason.BUSY);
        assertThat(told.of(bare("AgentOutboundFailed", 1, "\"reason\":\"OTHER\"")))
                .contains(Reason.PLATFORM_ERROR);
    }
}
