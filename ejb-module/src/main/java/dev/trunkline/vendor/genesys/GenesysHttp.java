package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Account;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.port.http.Quotas;
import dev.trunkline.port.http.Unanswered;
import dev.trunkline.port.oauth.AccessTokens;
import dev.trunkline.vendor.genesys.wire.ApiError;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How a request of an agent gets to the platform and its answer back: token, budget, what may be sent once more. Knows no path. */
final class GenesysHttp {
    private static final Logger LOG = Logger.getLogger(GenesysHttp.class.getName());
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final GenesysSettings settings;
    private final Exchange exchange;
    private final AccessTokens tokens;
    private final Quotas budgets;

    /** @param body JSON text, or empty for none */
    record Ask(Priority priority, String method, String path, String body) {
        static Ask read(String path) {
            return new Ask(Priority.READ, "GET", path, "");
        }

        static Ask control(String method, String path, String body) {
            return new Ask(Priority.CONTROL, method, path, body);
        }
    }

    GenesysHttp(GenesysSettings settings) {
        this.settings = settings;
        this.exchange =
                new Exchange("Genesys Cloud", settings.trust(), settings.connectTimeout(), settings.readTimeout());
        this.tokens = new AccessTokens(new GenesysTokenEndpoint(settings), exchange);
        this.budgets = new Quotas(settings.quota());
    }

    AccessTokens tokens() {
        return tokens;
    }

    HttpClient http() {
        return exchange.http();
    }

    /**
     * The body of a successful answer. A request is sent again only when the platform certainly did not do it: 401, once, with a new token,
     * and 429 after the time that it names, as long as that is no longer than somebody waits (sheet 7).
     */
    String send(AgentSession agent, Ask ask) {
        String token = tokens.access(agent);
        long end = System.nanoTime() + settings.rateWait().toNanos();
        boolean renewed = false;
        while (true) {
            HttpResponse<String> response =
                    exchange.send(request(ask, token), budget(agent), ask.priority(), GenesysHttp::account);
            int status = response.statusCode();
            if (status / 100 == 2) {
                return response.body();
            }
            ApiError error = GenesysTokenEndpoint.error(response.body());
            Optional<String> retryAfter = response.headers().firstValue("Retry-After");
            logRefusal(agent, ask, response, error);
            if (status == UNAUTHORIZED && !renewed && !error.code().equals("ip.not.authorized")) {
                token = tokens.instead(agent, token);
                renewed = true;
            } else if (status != TOO_MANY || !inTime(retryAfter, end)) {
                throw GenesysErrorMapper.answered(status, error, retryAfter);
            }
        }
    }

    /** The budget itself waits then. */
    private static boolean inTime(Optional<String> retryAfter, long end) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        return Unanswered.retryAfter(retryAfter).filter(wait -> wait < left).isPresent();
    }

    private RateBudget budget(AgentSession agent) {
        return budgets.of(agent.key() + " " + agent.username());
    }

    private HttpRequest request(Ask ask, String token) {
        URI url = settings.apiUrl()
                .orElseThrow(() ->
                        new VendorException(Code.CHANNEL_NOT_CONFIGURED, GenesysSettings.PREFIX + "apiUrl is not set"));
        HttpRequest.Builder request = HttpRequest.newBuilder(below(url, ask.path()))
                .header("Authorization", "Bearer " + token)
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

    private static Optional<Account> account(HttpResponse<String> response) {
        Optional<Integer> used = number(response, "inin-ratelimit-count");
        Optional<Integer> allowed = number(response, "inin-ratelimit-allowed");
        Optional<Integer> reset = number(response, "inin-ratelimit-reset");
        return used.isPresent() && allowed.isPresent() && reset.isPresent()
                ? Optional.of(new Account(used.get(), allowed.get(), Duration.ofSeconds(reset.get())))
                : Optional.empty();
    }

    private static Optional<Integer> number(HttpResponse<String> response, String header) {
        return response.headers()
                .firstValue(header)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::parseInt);
    }

    /** The platform's support asks for the correlation id. */
    private static void logRefusal(AgentSession agent, Ask ask, HttpResponse<String> response, ApiError error) {
        LOG.log(Level.FINE, "genesys {0}: {1} {2} answered {3} {4}, correlation {5}", new Object[] {
            agent.key(),
            ask.method(),
            ask.path(),
            response.statusCode(),
            error.code(),
            response.headers().firstValue("ININ-Correlation-Id").orElse("")
        });
    }
}
