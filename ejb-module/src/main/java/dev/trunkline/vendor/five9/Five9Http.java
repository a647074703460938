package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.vendor.five9.Five9Session.Place;
import dev.trunkline.vendor.five9.wire.ApiError;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How a request of an agent gets to his data centre and its answer back: what shows who asks, what may be sent once more, where the centre is.
 * Knows no path of the agent's work.
 */
final class Five9Http {
    private static final Logger LOG = Logger.getLogger(Five9Http.class.getName());
    static final String SERVICE = "/appsvcs/rs/svc";
    private static final int UNAUTHORIZED = 401;
    private static final int SPREAD_TRIES = 3;

    private final Five9Settings settings;
    private final Five9Places places;
    private final Exchange exchange;
    private final Map<String, Five9Session> sessions = new ConcurrentHashMap<>();

    /**
     * @param path below the service, {@code {agent}} and {@code {org}} stand for ids of the session
     * @param body JSON text, or empty for none
     * @param again whether it may be sent once more after an answer that leaves no doubt: never what calls somebody (sheet 7)
     */
    record Ask(Priority priority, String method, String path, String body, boolean again) {
        static Ask read(String path) {
            return new Ask(Priority.READ, "GET", path, "", true);
        }

        static Ask put(String path, String body) {
            return new Ask(Priority.CONTROL, "PUT", path, body, true);
        }

        static Ask once(String method, String path, String body) {
            return new Ask(Priority.CONTROL, method, path, body, false);
        }

        static Ask dial(String path, String body) {
            return new Ask(Priority.DIAL, "POST", path, body, false);
        }
    }

    Five9Http(Five9Settings settings) {
        this.settings = settings;
        this.places = new Five9Places(settings);
        this.exchange = new Exchange("Five9", settings.trust(), settings.connectTimeout(), settings.readTimeout());
    }

    HttpClient http() {
        return exchange.http();
    }

    Five9Session session(AgentSession agent) {
        return sessions.computeIfAbsent(name(agent), first -> new Five9Session(System::nanoTime));
    }

    void leave(AgentSession agent) {
        sessions.remove(name(agent));
    }

    private static String name(AgentSession agent) {
        return agent.key() + " " + agent.username();
    }

    /**
     * The body of a successful answer. What may be sent once more is: after 401 in the first seconds of a log-in, while it spreads; after 401
     * later, with another log-in; after 5001, at another data centre (sheet 2.2, 3.5).
     */
    String send(AgentSession agent, Ask ask) {
        Five9Session session = session(agent);
        logIn(agent, session, 0);
        int patience = SPREAD_TRIES;
        boolean loggedInAgain = false;
        boolean followed = false;
        while (true) {
            int signIns = session.signIns();
            Place there = place(session);
            HttpResponse<String> response = exchanged(session, signIns, request(ask, session, there), ask.priority());
            int status = response.statusCode();
            if (status / 100 == 2) {
                return response.body();
            }
            ApiError error = Five9Json.error(response.body());
            LOG.log(Level.FINE, "five9 {0}: {1} {2} answered {3} {4} {5}", new Object[] {
                agent.key(), ask.method(), ask.path(), status, error.errorCode(), error.contextCode()
            });
            if (status == UNAUTHORIZED && ask.again() && patience > 0 && session.fresh(settings.spreadTime())) {
                patience--;
                pause();
            } else if (status == UNAUTHORIZED && ask.again() && !loggedInAgain) {
                logIn(agent, session, signIns);
                loggedInAgain = true;
            } else if (Five9ErrorMapper.migrated(status, error) && !followed && follows(agent, session, ask, there)) {
                followed = true;
            } else {
                throw Five9ErrorMapper.answered(
                        status, error, response.headers().firstValue("Retry-After"), settings.refusals());
            }
        }
    }

    /** The organisation is served elsewhere: the event stream must hear of it, too. */
    private boolean follows(AgentSession agent, Five9Session session, Ask ask, Place there) {
        if (session.place().filter(there::at).isEmpty()) {
            return ask.again(); // others have followed meanwhile
        }
        LOG.log(Level.INFO, "five9 {0}: the organisation is not served here any more", agent.key());
        session.sayMoved();
        try {
            return ask.again() && metadata(agent, session);
        } catch (VendorException notYet) {
            LOG.log(Level.FINE, notYet, () -> "five9 " + agent.key() + ": not known yet where it is served");
            return false;
        }
    }

    private void pause() {
        try {
            new CountDownLatch(1).await(settings.spreadPause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- log-in

    /** Where the agent is served, asked at the log-in host (sheet 1.2): whoever is not known there any more is logged in again. */
    boolean locate(AgentSession agent) {
        Five9Session session = session(agent);
        Optional<Place> before = session.place();
        locate(agent, session);
        return before.filter(one -> !one.at(place(session))).isPresent();
    }

    private void locate(AgentSession agent, Five9Session session) {
        int signIns = session.signIns();
        if (!session.stands()) {
            logIn(agent, session, 0);
            return;
        }
        try {
            metadata(agent, session);
        } catch (VendorException refused) {
            if (refused.code() != Code.AUTH_EXPIRED) {
                throw refused;
            }
            logIn(agent, session, signIns);
        }
    }

    /** @return whether it is another place */
    private boolean metadata(AgentSession agent, Five9Session session) {
        int signIns = session.signIns();
        Place before = place(session);
        URI uri = URI.create(places.logIn() + SERVICE + "/auth/metadata");
        HttpRequest request =
                authorized(HttpRequest.newBuilder(uri), uri, session).GET().build();
        HttpResponse<String> response = exchanged(session, signIns, request, Priority.CONTROL);
        if (response.statusCode() / 100 != 2) {
            throw Five9ErrorMapper.answered(
                    response.statusCode(),
                    Five9Json.error(response.body()),
                    response.headers().firstValue("Retry-After"),
                    settings.refusals());
        }
        Place now = places.of(response.body(), before);
        boolean other = session.moved(signIns, now) && !now.at(before);
        if (other) {
            LOG.log(Level.INFO, "five9 {0}: served at {1}", new Object[] {agent.key(), now.centre()});
        }
        return other;
    }

    /** Once, unless that was done meanwhile. @param known log-ins that were of no use */
    private void logIn(AgentSession agent, Five9Session session, int known) {
        synchronized (session.signingIn()) {
            if (session.stands() && session.signIns() != known) {
                return;
            }
            String body = Five9Credential.logIn(agent, settings.appKey());
            session.notRefused(agent.credential());
            session.begin();
            int signIns = session.signIns();
            URI uri = URI.create(places.logIn() + SERVICE + "/auth/login");
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Accept", "application/json, text/javascript")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = exchanged(session, signIns, request, Priority.CONTROL);
            if (response.statusCode() / 100 != 2) {
                VendorException why = Five9ErrorMapper.logInRefused(
                        response.statusCode(),
                        Five9Json.error(response.body()),
                        response.headers().firstValue("Retry-After"));
                if (Five9ErrorMapper.isFinal(why)) {
                    session.refused(agent.credential(), why);
                }
                throw why;
            }
            session.begun(places.of(response.body()));
        }
    }

    /** In a session that nobody uses. */
    void verify(AgentSession agent) {
        logIn(agent, new Five9Session(System::nanoTime), 0);
    }

    // ---- one request

    /** @param signIns how often the session had been logged in when the request was made */
    private HttpResponse<String> exchanged(Five9Session session, int signIns, HttpRequest request, Priority priority) {
        HttpResponse<String> response = exchange.send(request, RateBudget.UNLIMITED, priority);
        session.keep(signIns, request.uri(), response.headers().allValues("Set-Cookie"));
        return response;
    }

    private HttpRequest request(Ask ask, Five9Session session, Place place) {
        String path = ask.path()
                .replace("{agent}", place.login().userId())
                .replace("{org}", place.login().orgId());
        URI uri = URI.create(place.centre() + SERVICE + path);
        HttpRequest.Builder request = authorized(HttpRequest.newBuilder(uri), uri, session);
        if (ask.body().isEmpty()) {
            return request.method(ask.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(ask.method(), BodyPublishers.ofString(ask.body()))
                .build();
    }

    static Place place(Five9Session session) {
        return session.place()
                .orElseThrow(() -> new VendorException(Code.PLATFORM_UNAVAILABLE, "nobody is logged in to Five9"));
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request, URI uri, Five9Session session) {
        request.version(HttpClient.Version.HTTP_1_1).header("Accept", "application/json, text/javascript");
        credentials(session, uri).forEach(request::header);
        return request;
    }

    /** Headers by which the platform knows the agent (sheet 2.2), for a request and for the event stream. */
    Map<String, String> credentials(Five9Session session, URI uri) {
        return Five9Credential.headers(settings.authStyle(), place(session), session.cookies(uri));
    }
}
