package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.vendor.finesse.wire.ApiError;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** How a request gets to a node and its answer back: sign-in, cookie. Knows no path and no body. */
final class FinesseHttp {
    private final FinesseSettings settings;
    private final FinesseVisits visits;
    private final Exchange exchange;

    FinesseHttp(FinesseSettings settings, FinesseVisits visits) {
        this.settings = settings;
        this.visits = visits;
        this.exchange = new Exchange("Finesse", settings.trust(), settings.connectTimeout(), settings.readTimeout());
    }

    SSLContext tls() {
        return exchange.tls();
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

    /** Sheet 7: no limit of requests is documented. */
    private HttpResponse<String> send(AgentSession agent, URI node, HttpRequest request) {
        HttpResponse<String> response = exchange.send(request, RateBudget.UNLIMITED, priority(request));
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

    /** Not every refusal has a body that can be read: a proxy in between answers HTML. */
    private static List<ApiError> errors(String body) {
        try {
            return body.isBlank() ? List.of() : FinesseXml.errors(body);
        } catch (IllegalArgumentException notFinesse) {
            return List.of();
        }
    }
}
