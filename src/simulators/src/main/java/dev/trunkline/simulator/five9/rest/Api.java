package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Centre;
import dev.trunkline.simulator.five9.centre.Duty;
import dev.trunkline.simulator.five9.centre.Farm;
import dev.trunkline.simulator.five9.centre.Ids;
import dev.trunkline.simulator.five9.centre.VccException;
import dev.trunkline.simulator.five9.login.Gate;
import dev.trunkline.simulator.five9.login.LoginSettings;
import dev.trunkline.simulator.five9.login.Metadata;
import dev.trunkline.simulator.five9.login.Session;
import dev.trunkline.simulator.five9.login.Sessions;
import dev.trunkline.simulator.five9.login.Visitor;
import dev.trunkline.simulator.five9.stream.Sockets;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Received;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every request of the REST part: where it came, who asks, which one it is, what goes wrong with it. */
public final class Api {
    private static final String PREFIX = "appsvcs/rs/svc/";
    private static final int PREFIX_STEPS = 3;
    private static final Duration USUAL_SLOWNESS = Duration.ofSeconds(5);
    private static final Duration USUAL_RETRY = Duration.ofSeconds(1);

    private final Parts parts;
    private final AuthRoutes auth;
    private final RateLimit rate;
    private final List<Route> routes;

    /** What it works with. */
    public record Parts(
            Lane lane,
            Centre centre,
            LoginSettings login,
            ApiSettings settings,
            Gate gate,
            Sessions sessions,
            Metadata metadata,
            Sockets sockets,
            Faults faults,
            Counters counters) {}

    public Api(Parts parts) {
        this.parts = parts;
        auth = new AuthRoutes(parts);
        rate = new RateLimit(parts.settings().rate());
        routes = Stream.of(
                        new SessionRoutes(parts.centre(), parts.sessions(), parts.login()).all(),
                        new CallRoutes(parts.centre()).all(),
                        new CampaignRoutes(parts.centre()).all(),
                        new OrganisationRoutes(parts.centre()).all())
                .flatMap(List::stream)
                .toList();
    }

    /** @param host the data centre that it came to; nothing for the log-in host */
    public Answer answer(Received request, Optional<Farm> host) {
        return parts.lane().ask(() -> {
            parts.counters().count("requests");
            Answer answer = decided(request, host);
            if (answer.status() >= 400) {
                parts.counters().count("refused " + answer.status());
            }
            return answer;
        });
    }

    private Answer decided(Received request, Optional<Farm> host) {
        try {
            if (!request.place().startsWith(PREFIX)) {
                throw VccException.noSuchPath();
            }
            Visitor visitor = Visitor.of(host, request::header);
            String place = request.place().substring(PREFIX.length());
            if (place.startsWith("auth/")) {
                return auth.answer(request, place, visitor);
            }
            if (host.isEmpty()) {
                throw VccException.noSuchPath();
            }
            Session session = parts.gate().admit(visitor);
            parts.gate().checkFarm(visitor, session.agent());
            return late(guarded(request, session), session.agent().name());
        } catch (VccException refusal) {
            return Answers.refused(refusal);
        }
    }

    private Answer late(Answer answer, String agent) {
        return parts.faults()
                .take("slow", agent)
                .map(fault -> answer.after(fault.duration(USUAL_SLOWNESS)))
                .orElse(answer);
    }

    private Answer guarded(Received request, Session session) {
        try {
            String agent = session.agent().name();
            Optional<Fault> burst = parts.faults().take("error-burst", agent);
            if (burst.isPresent()) {
                return failure(burst.get());
            }
            return rate.takes(agent) ? found(request, session) : Answers.tooMany(1);
        } catch (VccException refusal) {
            return Answers.refused(refusal);
        }
    }

    private Answer found(Received request, Session session) {
        List<String> steps = request.path().subList(PREFIX_STEPS, request.path().size());
        List<Route> here = routes.stream()
                .filter(route -> route.path().match(steps).isPresent())
                .toList();
        if (here.isEmpty()) {
            throw VccException.noSuchPath();
        }
        Route route = here.stream()
                .filter(one -> one.method().equals(request.method()))
                .findFirst()
                .orElseThrow(() -> VccException.of(405, 405, null, "Method Not Allowed"));
        Asked asked = new Asked(request, route.path().match(steps).orElseThrow(), session);
        checkOwner(asked.variables(), session.agent());
        checkState(route, session.agent());
        if (request.method().equals("GET") && !route.dials()) {
            parts.counters().count("reads");
            return route.deed().apply(asked);
        }
        return command(route, asked);
    }

    /** Everybody sees his own alone. */
    private static void checkOwner(Map<String, String> variables, Agent agent) {
        if (!variables.getOrDefault("agent", agent.id()).equals(agent.id())) {
            throw VccException.notFound("Agent " + variables.get("agent"));
        }
        if (!variables.getOrDefault("org", Ids.ORGANISATION).equals(Ids.ORGANISATION)) {
            throw VccException.notFound("Organisation " + variables.get("org"));
        }
    }

    private static void checkState(Route route, Agent agent) {
        Duty.State state = agent.duty().state();
        if (route.atWork() && state != Duty.State.WORKING) {
            throw VccException.loginState(state, route.name(), Duty.State.WORKING.name());
        }
    }

    /** Faults of commands: some answer without effect, some have the effect and do not say so. */
    private Answer command(Route route, Asked asked) {
        Faults faults = parts.faults();
        String agent = asked.agent().name();
        parts.counters().count(route.dials() ? "dial" : "commands");
        Optional<Fault> error = faults.take("error", agent);
        if (error.isPresent()) {
            return failure(error.get());
        }
        Optional<Fault> limit = faults.take("rate-limit", agent);
        if (limit.isPresent()) {
            return Answers.tooMany(Math.max(1, limit.get().duration(USUAL_RETRY).toSeconds()));
        }
        checkType(asked);
        if (faults.active("swallow", agent)) {
            return Answers.done();
        }
        Answer answer = done(route, asked);
        Optional<Fault> after = faults.take("error-after", agent);
        if (after.isPresent()) {
            return failure(after.get());
        }
        return faults.active("lose-answer", agent) ? answer.lose() : answer;
    }

    private static void checkType(Asked asked) {
        String type = asked.received().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!asked.received().body().isEmpty() && !type.startsWith("application/json")) {
            throw VccException.of(415, 415, null, "Unsupported Media Type");
        }
    }

    /** What a dial causes is told before its answer or after it: no order is promised. */
    private Answer done(Route route, Asked asked) {
        if (route.dials() && !parts.centre().rules().dial().tellsFirst()) {
            Agent agent = asked.agent();
            parts.sockets().hold(agent);
            parts.lane().after(parts.centre().timing().begin(), () -> parts.sockets()
                    .release(agent));
        }
        return route.deed().apply(asked);
    }

    private static Answer failure(Fault fault) {
        int status = fault.status() == null ? 500 : fault.status();
        String text = fault.text() == null ? "Simulated" : fault.text();
        return text.startsWith("<")
                ? Answer.of(status, "text/html", text)
                : Answers.refused(VccException.of(status, status, null, text));
    }
}
