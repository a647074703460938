package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.port.http.Quota;
import dev.trunkline.port.http.Unanswered;
import dev.trunkline.port.oauth.AccessTokens;
import dev.trunkline.vendor.webexcc.wire.ApiError;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How a request of an agent gets to the platform and its answer back: token, budget, what may be sent once more. Knows no path. */
final class WebexccHttp {
    private static final Logger LOG = Logger.getLogger(WebexccHttp.class.getName());
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final WebexccSettings settings;
    private final Exchange exchange;
    private final AccessTokens tokens;
    /** All agents of an integration share one (sheet 7). */
    private final RateBudget budget;

    /** @param body JSON text, or empty for none */
    record Ask(Priority priority, String method, String path, String body) {
        static Ask read(String path) {
            return new Ask(Priority.READ, "GET", path, "");
        }

        static Ask control(String method, String path, String body) {
            return new Ask(Priority.CONTROL, method, path, body);
        }
    }

    WebexccHttp(WebexccSettings settings) {
        this.settings = settings;
        this.exchange = new Exchange(
                "Webex Contact Center", settings.trust(), settings.connectTimeout(), settings.readTimeout());
        this.tokens = new AccessTokens(new WebexccTokenEndpoint(settings), exchange);
        this.budget = new Quota(settings.quota());
    }

    AccessTokens tokens() {
        return tokens;
    }

    HttpClient http() {
        return exchange.http();
    }

    /**
     * The body of a successful answer. A request is sent again only when the platform certainly did not do it: 401, once, with a new token,
     * and 429 after the time that it names, as long as that is no longer than somebody waits (sheet 3.2, 7).
     */
    String send(AgentSession agent, Ask ask) {
        String token = tokens.access(agent);
        long end = System.nanoTime() + settings.rateWait().toNanos();
        boolean renewed = false;
        while (true) {
            HttpResponse<String> response = exchange.send(request(ask, token), budget, ask.priority());
            int status = response.statusCode();
            if (status / 100 == 2) {
                return response.body();
            }
            ApiError error = WebexccAnswers.error(response.body());
            Optional<String> retryAfter = response.headers().firstValue("Retry-After");
            logRefusal(agent, ask, response, error);
            if (status == UNAUTHORIZED && !renewed) {
                token = tokens.instead(agent, token);
                renewed = true;
            } else if (status != TOO_MANY || !inTime(retryAfter, end)) {
                throw WebexccErrorMapper.answered(status, error, retryAfter);
            }
        }
    }

    /** The budget itself waits then. */
    private static boolean inTime(Optional<String> retryAfter, long end) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        return Unanswered.retryAfter(retryAfter).filter(wait -> wait < left).isPresent();
    }

    private HttpRequest request(Ask ask, String token) {
        URI url = settings.apiUrl()
                .orElseThrow(() ->
                        new VendorException(Code.CHANNEL_NOT_CONFIGURED, WebexccSettings.PREFIX + "apiUrl is not set"));
        HttpRequest.Builder request = HttpRequest.newBuilder(below(url, ask.path()))
                .header("Authorization", "Bearer " + token)
                .header("TrackingId", "GW_" + UUID.randomUUID())
                .header("Accept", "application/json");
        if (!"https".equals(url.getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1); // without TLS there is nothing to agree on HTTP/2 with
        }
        if (!ask.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.method(
                        ask.method(),
                        ask.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(ask.body()))
                .build();
    }

    /** A proxy may have them below a path of its own. */
    static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    /** The platform's support asks for the tracking id (sheet 2.2). */
    private static void logRefusal(AgentSession agent, Ask ask, HttpResponse<String> response, ApiError error) {
        LOG.log(Level.FINE, "webexcc {0}: {1} {2} answered {3} {4}, tracking {5}", new Object[] {
            agent.key(),
            ask.method(),
            ask.path(),
            response.statusCode(),
            error.type(),
            response.headers().firstValue("trackingid").orElse(error.trackingId())
        });
    }
}
