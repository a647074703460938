package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.genesys.wire.ApiError;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenesysErrorMapperTest {
    @Test
    void errorOfTheSheetShouldBeAMissingPhone() {
        ApiError error = GenesysJson.error(CallFixture.text("example-error-no-station.json"));
        VendorException e = GenesysErrorMapper.answered(400, error, Optional.empty());
        assertThat(e.code()).isEqualTo(Code.DEVICE_UNAVAILABLE);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
        assertThat(e.refusal().platform())
                .containsEntry("httpStatus", 400)
                .containsEntry("code", "conversation.error.no.user.station")
                .containsEntry("message", "A station is required to place a call.");
        assertThat(e.refusal().detail()).contains("0d5c7a1e-3333-4444-8555-666677778888");
    }

    @ParameterizedTest
    @CsvSource({
        "400, not.a.user, PLATFORM_REJECTED, NONE",
        "400, conversation.error.agent.indicated.address.not.allowed, INVALID_NUMBER, NONE",
        "400, missing.wrapup.code, INVALID_DATA, NONE",
        "401, bad.credentials, AUTH_EXPIRED, NONE",
        "401, ip.not.authorized, FORBIDDEN, NONE",
        "403, missing.permissions, FORBIDDEN, NONE",
        "404, conversation.error.conversation.not.found, CALL_NOT_FOUND, NONE",
        "409, conversation.error.outbound.call.cannot.be.placed, PLATFORM_REJECTED, NONE",
        "409, providerapi.error.phone.no.active.edge, DEVICE_UNAVAILABLE, NONE",
        "500, internal.server.error, PLATFORM_REJECTED, DOUBTFUL",
        "503, service.unavailable, PLATFORM_TIMEOUT, DOUBTFUL",
        "504, request.timeout, PLATFORM_TIMEOUT, DOUBTFUL"
    })
    void refusalsShouldBecomeTheContractsCodes(int status, String code, Code expected, Effect effect) {
        VendorException e = GenesysErrorMapper.answered(status, new ApiError(code, "words", ""), Optional.empty());
        assertThat(e.code()).isEqualTo(expected);
        assertThat(e.effect()).isEqualTo(effect);
    }

    @Test
    void tooManyRequestsShouldSayWhenToComeBack() {
        VendorException e = GenesysErrorMapper.answered(
                429, new ApiError("too.many.requests.retry.after", "", ""), Optional.of("7"));
        assertThat(e.code()).isEqualTo(Code.RATE_LIMITED);
        assertThat(e.refusal().retryAfterMs()).contains(7_000L);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, AUTH_EXPIRED, true",
        "401, invalid_client, PLATFORM_REJECTED, false",
        "503, '', PLATFORM_UNAVAILABLE, false"
    })
    void tokenEndpointShouldEndASignInOnlyForTheAgentsOwnFault(int status, String error, Code code, boolean last) {
        VendorException e = GenesysErrorMapper.noToken(status, new ApiError(error, "", ""));
        assertThat(e.code()).isEqualTo(code);
        assertThat(GenesysErrorMapper.isFinal(e)).isEqualTo(last);
    }

    @Test
    void bodyThatIsNoneShouldNotHideTheStatus() {
        assertThat(GenesysTokenEndpoint.error("<html>")).isEqualTo(new ApiError("", "", ""));
        assertThat(GenesysErrorMapper.link(new IOException("x")).code()).isEqualTo(Code.LINK_DOWN);
    }
}
