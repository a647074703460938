package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.vendor.gws.wire.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;

/** How a request of an agent gets to the platform and its answer back: cookies, CSRF, what may be sent once more. Knows one path. */
final class GwsHttp {
    private static final Logger LOG = Logger.getLogger(GwsHttp.class.getName());
    private static final String ME = "/api/v2/me";
    private static final int FORBIDDEN = 403;
    /** "Processing incomplete": taken, and its event will tell (sheet 3.4). */
    private static final int INCOMPLETE = 9;
    /** Some parts failed: whoever asked for several looks at them. */
    private static final int PARTLY = 7;

    private final GwsSettings settings;
    private final Exchange exchange;
    private final Map<String, GwsSession> sessions = new ConcurrentHashMap<>();

    /** @param body JSON text, or empty for none */
    record Ask(Priority priority, String method, String path, String body) {
        static Ask read(String path) {
            return new Ask(Priority.READ, "GET", path, "");
        }

        static Ask control(String path, String body) {
            return new Ask(Priority.CONTROL, "POST", path, body);
        }
    }

    GwsHttp(GwsSettings settings) {
        this.settings = settings;
        this.exchange = new Exchange(
                "Genesys Web Services", settings.trust(), settings.connectTimeout(), settings.readTimeout());
    }

    SSLContext tls() {
        return exchange.tls();
    }

    GwsSession session(AgentSession agent) {
        return sessions.computeIfAbsent(name(agent), first -> new GwsSession());
    }

    void leave(AgentSession agent) {
        sessions.remove(name(agent));
    }

    private static String name(AgentSession agent) {
        return agent.key() + " " + agent.username();
    }

    /**
     * The body of a successful answer. A request is sent again only when the platform certainly did not do it, each time once: 403 with
     * statusCode 20 after signing in again, 403 for the CSRF token after fetching that (sheet 2.4, 7). The two can come one after the other:
     * a session that has ended is refused for its token first.
     */
    String send(AgentSession agent, Ask ask) {
        GwsSession session = session(agent);
        signIn(agent, session, 0);
        boolean signedInAgain = false;
        boolean tokenFetched = false;
        while (true) {
            int signIns = session.signIns();
            HttpResponse<String> response =
                    exchanged(session, signIns, request(ask, session).build(), ask.priority());
            Answer answer = GwsJson.answer(response.body());
            if (succeeded(response.statusCode(), answer)) {
                return response.body();
            }
            LOG.log(Level.FINE, "gws {0}: {1} {2} answered {3} statusCode {4}", new Object[] {
                agent.key(), ask.method(), ask.path(), response.statusCode(), answer.statusCode()
            });
            if (answer.statusCode() == GwsErrorMapper.NOT_AUTHENTICATED && !signedInAgain) {
                signIn(agent, session, signIns);
                signedInAgain = true;
            } else if (wrongToken(response, answer) && !tokenFetched) {
                fetchToken(agent, session, signIns);
                tokenFetched = true;
            } else {
                throw GwsErrorMapper.answered(
                        response.statusCode(), answer, response.headers().firstValue("Retry-After"));
            }
        }
    }

    /** Both say it (contract 7.2): a refusal may come with HTTP 200. */
    private static boolean succeeded(int status, Answer answer) {
        int code = answer.statusCode();
        return code == 0 || code == INCOMPLETE || code == PARTLY && status / 100 == 2;
    }

    /** The same status as for who is not signed in, in another form (sheet 3.4). */
    private static boolean wrongToken(HttpResponse<String> response, Answer answer) {
        return response.statusCode() == FORBIDDEN
                && answer.statusCode() < 0
                && response.body().toLowerCase(Locale.ROOT).contains("csrf");
    }

    /** Once, unless that was done meanwhile: with the password, in a new session. @param known sign-ins that were of no use */
    private void signIn(AgentSession agent, GwsSession session, int known) {
        synchronized (session.signingIn()) {
            if (session.stands() && session.signIns() != known) {
                return;
            }
            String basic = GwsSession.basic(agent);
            session.begin();
            HttpResponse<String> response = exchanged(
                    session,
                    session.signIns(),
                    request(Ask.read(ME), session)
                            .header("Authorization", basic)
                            .build(),
                    Priority.CONTROL);
            Answer answer = GwsJson.answer(response.body());
            if (!succeeded(response.statusCode(), answer)) {
                throw GwsErrorMapper.signInRefused(
                        response.statusCode(), answer, response.headers().firstValue("Retry-After"));
            }
            session.begun();
        }
    }

    /** In a session that nobody uses. */
    void verify(AgentSession agent) {
        signIn(agent, new GwsSession(), 0);
    }

    /** Any GET tells it; who turns out not to be signed in gets one with that. */
    private void fetchToken(AgentSession agent, GwsSession session, int signIns) {
        HttpResponse<String> response =
                exchanged(session, signIns, request(Ask.read(ME), session).build(), Priority.CONTROL);
        if (GwsJson.answer(response.body()).statusCode() == GwsErrorMapper.NOT_AUTHENTICATED) {
            signIn(agent, session, signIns);
        }
    }

    /** @param signIn how often the session had been signed in when the request was made */
    private HttpResponse<String> exchanged(GwsSession session, int signIn, HttpRequest request, Priority priority) {
        HttpResponse<String> response = exchange.send(request, RateBudget.UNLIMITED, priority);
        session.keep(signIn, request.uri(), response.headers().allValues("Set-Cookie"));
        session.keepToken(
                signIn,
                response.headers().firstValue("X-CSRF-HEADER"),
                response.headers().firstValue("X-CSRF-HEADER").flatMap(response.headers()::firstValue));
        return response;
    }

    private HttpRequest.Builder request(Ask ask, GwsSession session) {
        URI uri = URI.create(url() + ask.path());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).header("Accept", "application/json");
        String cookies = session.cookies(uri);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (ask.body().isEmpty()) {
            return request.method(ask.method(), BodyPublishers.noBody());
        }
        session.token().ifPresent(token -> request.header(token.name(), token.value()));
        return request.header("Content-Type", "application/json")
                .method(ask.method(), BodyPublishers.ofString(ask.body()));
    }

    /** Our own address of it, whatever host its answers name (sheet 1). */
    String url() {
        return settings.url()
                .map(URI::toString)
                .orElseThrow(
                        () -> new VendorException(Code.CHANNEL_NOT_CONFIGURED, GwsSettings.PREFIX + "url is not set"));
    }
}
