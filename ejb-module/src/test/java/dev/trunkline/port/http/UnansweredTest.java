package dev.trunkline.port.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnansweredTest {
    @ParameterizedTest
    @MethodSource
    void lostAnswersShouldBeDoubtfulOnlyIfTheRequestMayHaveArrived(IOException failure, Code code, Effect effect) {
        VendorException e = Unanswered.by("Platform", failure);
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.effect()).isEqualTo(effect);
    }

    static Stream<Arguments> lostAnswersShouldBeDoubtfulOnlyIfTheRequestMayHaveArrived() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), Code.PLATFORM_UNAVAILABLE, Effect.NONE),
                Arguments.of(new HttpConnectTimeoutException("slow"), Code.PLATFORM_UNAVAILABLE, Effect.NONE),
                Arguments.of(new HttpTimeoutException("slow"), Code.PLATFORM_TIMEOUT, Effect.DOUBTFUL),
                Arguments.of(new EOFException("closed"), Code.PLATFORM_TIMEOUT, Effect.DOUBTFUL));
    }

    @Test
    void retryAfterShouldBeReadAsSecondsOnly() {
        assertThat(Unanswered.retryAfter(Optional.of(" 2 "))).contains(2_000L);
        assertThat(Unanswered.retryAfter(Optional.of("Wed, 21 Oct 2026 07:28:00 GMT")))
                .isEmpty();
        assertThat(Unanswered.retryAfter(Optional.empty())).isEmpty();
    }
}
