package dev.trunkline.port.http;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/** What it means that a request had no answer, or was told to come back; the same for every platform. */
public final class Unanswered {
    private static final int MILLIS = 1000;

    /** @param platform as people call it */
    public static VendorException by(String platform, IOException failure) {
        boolean notSent = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException;
        String what = failure.getClass().getSimpleName();
        return notSent
                ? new VendorException(
                        Code.PLATFORM_UNAVAILABLE,
                        "no connection to " + platform + ": " + what,
                        Effect.NONE,
                        Map.of(),
                        failure)
                : new VendorException(
                        Code.PLATFORM_TIMEOUT,
                        "no answer from " + platform + ": " + what,
                        Effect.DOUBTFUL,
                        Map.of(),
                        failure);
    }

    /** The header {@code Retry-After}, seconds, in milliseconds. */
    public static Optional<Long> retryAfter(Optional<String> seconds) {
        return seconds.map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Long.parseLong(text) * MILLIS);
    }

    private Unanswered() {}
}
