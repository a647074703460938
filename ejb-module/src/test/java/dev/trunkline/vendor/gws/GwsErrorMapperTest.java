package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.gws.wire.ErrorMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GwsErrorMapperTest {
    private static final List<String> WORDS = List.of("invalid", "destination");

    private static VendorException answered(int status, String body) {
        return GwsErrorMapper.answered(status, GwsJson.answer(body), Optional.of("2"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 1, INVALID_DATA, NONE",
        "400, 2, INVALID_STATE, NONE",
        "403, 3, FORBIDDEN, NONE",
        "500, 4, PLATFORM_REJECTED, DOUBTFUL",
        "403, 5, FORBIDDEN, NONE",
        "200, 6, CALL_NOT_FOUND, NONE",
        "403, 8, AUTH_EXPIRED, NONE",
        "500, 10, INVALID_DATA, NONE",
        "500, 14, PLATFORM_REJECTED, NONE",
        "200, 19, DEVICE_UNAVAILABLE, NONE",
        "403, 20, AUTH_EXPIRED, NONE"
    })
    void statusCodeShouldDecideAndNotTheHttpStatus(int status, int statusCode, Code code, Effect effect) {
        VendorException refused = answered(status, "{\"statusCode\":" + statusCode + ",\"statusMessage\":\"No\"}");
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.effect()).isEqualTo(effect);
        assertThat(refused.refusal().platform())
                .containsEntry("httpStatus", status)
                .containsEntry("code", Integer.toString(statusCode))
                .containsEntry("message", "No");
    }

    @ParameterizedTest
    @CsvSource({
        "500, Device 7301 is not registered., DEVICE_UNAVAILABLE, NONE",
        "503, Voice service is not available at this time, PLATFORM_UNAVAILABLE, NONE",
        "500, Internal error, PLATFORM_REJECTED, DOUBTFUL"
    })
    void internalErrorShouldBeKnownByItsWords(int status, String text, Code code, Effect effect) {
        VendorException refused = answered(status, "{\"statusCode\":4,\"statusMessage\":\"" + text + "\"}");
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource({
        "200, PLATFORM_REJECTED, DOUBTFUL",
        "302, PLATFORM_REJECTED, NONE",
        "401, AUTH_EXPIRED, NONE",
        "403, FORBIDDEN, NONE",
        "404, PLATFORM_REJECTED, NONE",
        "408, PLATFORM_TIMEOUT, DOUBTFUL",
        "429, RATE_LIMITED, NONE",
        "500, PLATFORM_REJECTED, DOUBTFUL",
        "502, PLATFORM_UNAVAILABLE, DOUBTFUL",
        "504, PLATFORM_TIMEOUT, DOUBTFUL"
    })
    void whatAProxyAnswersShouldGoByItsStatus(int status, Code code, Effect effect) {
        VendorException refused = answered(status, "<html><body>Error</body></html>");
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.effect()).isEqualTo(effect);
        assertThat(refused.refusal().retryAfterMs().isPresent()).isEqualTo(status == 429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"statusCode\":0", "{}", "{\"statusCode\":null}", "{\"statusCode\":\"ok\"}", ""})
    void answerThatDoesNotSayWhatCameOfItShouldLeaveThatOpen(String body) {
        assertThat(GwsJson.answer(body).statusCode()).isNegative();
        assertThat(answered(200, body).effect()).isEqualTo(Effect.DOUBTFUL);
    }

    @Test
    void numberShouldBeBlamedOnlyByItsWords() {
        VendorException number = answered(400, "{\"statusCode\":10,\"statusMessage\":\"Invalid destination '1'.\"}");
        assertThat(GwsErrorMapper.ofNumber(number, WORDS).code()).isEqualTo(Code.INVALID_NUMBER);
        VendorException other = answered(400, "{\"statusCode\":10,\"statusMessage\":\"Location is unknown\"}");
        assertThat(GwsErrorMapper.ofNumber(other, WORDS).code()).isEqualTo(Code.INVALID_DATA);
        VendorException state = answered(400, "{\"statusCode\":2,\"statusMessage\":\"invalid for the state\"}");
        assertThat(GwsErrorMapper.ofNumber(state, WORDS).code()).isEqualTo(Code.INVALID_STATE);
    }

    @Test
    void errorThatComesLaterShouldBeReadLeniently() {
        assertThat(GwsErrorMapper.late(new ErrorMessage("", "", "/devices/d"), WORDS)
                        .code())
                .isEqualTo(Code.PLATFORM_REJECTED);
        assertThat(GwsErrorMapper.late(new ErrorMessage("Invalid Destination DN", "415", ""), WORDS)
                        .code())
                .isEqualTo(Code.INVALID_NUMBER);
    }

    @Test
    void onlyThePlatformsOwnRefusalShouldEndTheStream() {
        String page = "<html>Forbidden</html>";
        assertThat(GwsErrorMapper.isFinal(answered(403, page))).isFalse();
        assertThat(GwsErrorMapper.isFinal(answered(403, "{\"statusCode\":5}"))).isTrue();
        assertThat(GwsErrorMapper.isFinal(new VendorException(Code.FORBIDDEN, "no feature")))
                .isTrue();
        VendorException withPassword = GwsErrorMapper.signInRefused(403, GwsJson.answer(page), Optional.empty());
        assertThat(withPassword.code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void brokenConnectionShouldBeTheLinks() {
        VendorException link = GwsErrorMapper.link(new IOException("reset"));
        assertThat(link.code()).isEqualTo(Code.LINK_DOWN);
        assertThat(GwsErrorMapper.isFinal(link)).isFalse();
        assertThat(GwsErrorMapper.link(link)).isSameAs(link);
    }
}
