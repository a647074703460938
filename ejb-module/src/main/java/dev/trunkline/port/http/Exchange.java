package dev.trunkline.port.http;

import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Account;
import dev.trunkline.port.RateBudget.Permit;
import dev.trunkline.port.RateBudget.Priority;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** How a request gets to a platform and its whole answer back: trust, time limits, the account's budget. */
public final class Exchange {
    private static final int TOO_MANY = 429;
    /** A platform that names no time when it refuses. */
    private static final long SOME_SECONDS = 3_000;

    private final String platform;
    private final TrustStore trust;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private Optional<Transport> transport = Optional.empty();

    /** What all agents share. */
    private record Transport(SSLContext tls, HttpClient http) {}

    /**
     * @param platform as people call it
     * @param readTimeout longest wait for a whole answer
     */
    public Exchange(String platform, TrustStore trust, Duration connectTimeout, Duration readTimeout) {
        this.platform = platform;
        this.trust = trust;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /** Not before it is needed, and tried again: the trust store may come later than we do, as in the demo. */
    private synchronized Transport transport() {
        Transport ready = transport.orElseGet(this::open);
        transport = Optional.of(ready);
        return ready;
    }

    private Transport open() {
        SSLContext tls = trust.context();
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .sslContext(tls)
                .followRedirects(HttpClient.Redirect.NEVER) // a redirect is a wrong URL: no password goes after it
                .build();
        return new Transport(tls, http);
    }

    public SSLContext tls() {
        return transport().tls();
    }

    /** For what is no request with one answer: a WebSocket. */
    public HttpClient http() {
        return transport().http();
    }

    public HttpResponse<String> send(HttpRequest request, RateBudget budget, Priority priority) {
        return send(request, budget, priority, response -> Optional.empty());
    }

    /** @param account reads from an answer how the platform counts the account, if it says so */
    public HttpResponse<String> send(
            HttpRequest request,
            RateBudget budget,
            Priority priority,
            Function<HttpResponse<String>, Optional<Account>> account) {
        HttpClient http = http();
        try (Permit permit = budget.take(priority)) {
            HttpResponse<String> response = answer(http.sendAsync(request, BodyHandlers.ofString()));
            account.apply(response).ifPresent(permit::told);
            if (response.statusCode() == TOO_MANY) {
                permit.refused(Duration.ofMillis(
                        Unanswered.retryAfter(response.headers().firstValue("Retry-After"))
                                .orElse(SOME_SECONDS)));
            }
            return response;
        }
    }

    /** With a limit on the whole answer: the request's own time-out ends with its first byte. */
    private HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> coming) {
        try {
            return coming.get(readTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw Unanswered.by(platform, new HttpTimeoutException("no answer in time"));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw Unanswered.by(platform, new IOException("interrupted", e));
        } catch (ExecutionException e) {
            throw Unanswered.by(
                    platform, e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause()));
        }
    }
}
