package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.vendor.finesse.wire.ApiError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** How a request gets to a node and its answer back: TLS, sign-in, cookie, time limits. Knows no path and no body. */
final class FinesseHttp {
    /** Sheet 7: no limit is documented. */
    private static final RateBudget BUDGET = RateBudget.UNLIMITED;

    private final FinesseSettings settings;
    private final FinesseVisits visits;
    private Optional<Transport> transport = Optional.empty();

    /** What all agents share. */
    private record Transport(SSLContext tls, HttpClient http) {}

    FinesseHttp(FinesseSettings settings, FinesseVisits visits) {
        this.settings = settings;
        this.visits = visits;
    }

    /** Not before it is needed, and tried again: the trust store may come later than we do, as in the demo. */
    private synchronized Transport transport() {
        Transport ready = transport.orElseGet(this::open);
        transport = Optional.of(ready);
        return ready;
    }

    private Transport open() {
        SSLContext tls = FinesseTls.context(settings);
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .sslContext(tls)
                .followRedirects(HttpClient.Redirect.NEVER) // a redirect is a wrong URL: no password goes after it
                .build();
        return new Transport(tls, http);
    }

    SSLContext tls() {
        return transport().tls();
    }

    <T> T get(AgentSession agent, URI node, String path, Function<String, T> reader) {
        HttpResponse<String> response =
                send(agent, node, request(agent, node, path).GET().build());
        try {
            return reader.apply(response.body());
        } catch (IllegalArgumentException e) {
            throw FinesseErrorMapper.unreadable(response.statusCode(), e);
        }
    }

    /** @param mark comes back with what the command caused (sheet 3.2) */
    void command(AgentSession agent, URI node, String method, String path, String mark, String body) {
        HttpRequest request = request(agent, node, path)
                .header("Content-Type", "application/xml")
                .header("requestId", mark)
                .method(method, BodyPublishers.ofString(body))
                .build();
        send(agent, node, request);
    }

    private HttpRequest.Builder request(AgentSession agent, URI node, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve("/finesse/api/" + path))
                .header("Authorization", FinesseAuthorization.of(agent, settings.authMode(), visits.authMode(node)))
                .header("Accept", "application/xml");
        if (!"https".equals(node.getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1); // without TLS there is nothing to agree on HTTP/2 with
        }
        visits.of(agent)
                .filter(visit -> visit.node().equals(node) && !visit.cookie().isEmpty())
                .ifPresent(visit -> request.header("Cookie", visit.cookie()));
        return request;
    }

    private HttpResponse<String> send(AgentSession agent, URI node, HttpRequest request) {
        BUDGET.take(priority(request));
        HttpResponse<String> response = answer(transport().http().sendAsync(request, BodyHandlers.ofString()));
        response.headers().allValues("Set-Cookie").forEach(cookie -> visits.keepCookie(agent, node, cookie));
        if (response.statusCode() / 100 != 2) {
            Optional<String> retryAfter = response.headers().firstValue("Retry-After");
            throw FinesseErrorMapper.answered(response.statusCode(), errors(response.body()), retryAfter);
        }
        return response;
    }

    private static Priority priority(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> Priority.READ;
            case "POST" -> Priority.DIAL;
            default -> Priority.CONTROL;
        };
    }

    /** With a limit on the whole answer: the request's own time-out ends with its first byte. */
    private HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> coming) {
        try {
            return coming.get(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw FinesseErrorMapper.unanswered(new HttpTimeoutException("no answer in time"));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw FinesseErrorMapper.unanswered(new IOException("interrupted", e));
        } catch (ExecutionException e) {
            throw FinesseErrorMapper.unanswered(
                    e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause()));
        }
    }

    /** Not every refusal has a body that can be read: a proxy in between answers HTML. */
    private static List<ApiError> errors(String body) {
        try {
            return body.isBlank() ? List.of() : FinesseXml.errors(body);
        } catch (IllegalArgumentException notFinesse) {
            return List.of();
        }
    }
}
