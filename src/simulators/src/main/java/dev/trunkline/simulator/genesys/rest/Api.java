package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Ids;
import dev.trunkline.simulator.genesys.centre.Organisation;
import dev.trunkline.simulator.genesys.centre.Rules;
import dev.trunkline.simulator.genesys.centre.Timing;
import dev.trunkline.simulator.genesys.login.Authorization;
import dev.trunkline.simulator.genesys.login.OAuth;
import dev.trunkline.simulator.genesys.login.Token;
import dev.trunkline.simulator.genesys.login.Tokens;
import dev.trunkline.simulator.genesys.stream.Channels;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Decides about one request, from the gate to the deed, with the faults in force in between. */
public final class Api {
    private static final String CORRELATION = "ININ-Correlation-Id";
    private static final Duration USUAL_RETRY = Duration.ofSeconds(2);

    private final Lane lane;
    private final Faults faults;
    private final Counters counters;
    private final ApiSettings settings;
    private final OAuth oauth;
    private final Authorization authorization;
    private final Gate gate;
    private final RateLimit limit;
    private final List<Route> routes;

    /** What the API works with. @param port where it is, once it is open */
    public record Parts(
            Lane lane,
            Organisation organisation,
            Rules rules,
            Timing timing,
            ApiSettings settings,
            Tokens tokens,
            OAuth oauth,
            Authorization authorization,
            Channels channels,
            Faults faults,
            Counters counters,
            IntSupplier port) {}

    public Api(Parts parts) {
        lane = parts.lane();
        faults = parts.faults();
        counters = parts.counters();
        settings = parts.settings();
        oauth = parts.oauth();
        authorization = parts.authorization();
        gate = new Gate(parts.tokens());
        limit = new RateLimit(settings, counters);
        routes = routes(parts);
    }

    private static List<Route> routes(Parts parts) {
        Organisation organisation = parts.organisation();
        Permissions permissions = new Permissions(parts.settings());
        return Stream.of(
                        new TokenRoutes(parts.tokens(), parts.channels()).all(),
                        new UserRoutes(organisation.staff(), organisation.desk(), permissions).all(),
                        new StationRoutes(organisation.staff(), organisation.desk(), permissions).all(),
                        new ChannelRoutes(parts.channels(), parts.port()).all(),
                        new CallRoutes(
                                        organisation.conversations(),
                                        organisation.staff(),
                                        parts.settings(),
                                        parts.rules(),
                                        parts.timing(),
                                        parts.channels().told())
                                .all(),
                        new PartyRoutes(organisation.conversations(), organisation.staff(), parts.settings()).all(),
                        new TransferRoutes(organisation.conversations(), organisation.staff(), permissions).all(),
                        new CallbackRoutes(organisation.conversations(), organisation.callbacks(), permissions).all())
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Api::variables))
                .toList();
    }

    /** What is named goes before what is meant by a variable. */
    private static long variables(Route route) {
        return route.path().steps().stream()
                .filter(step -> step.startsWith("{"))
                .count();
    }

    public Answer answer(Received request) {
        return lane.ask(() -> {
            counters.count("requests");
            Answer answer = decided(request);
            if (answer.status() >= 400) {
                counters.count("refused " + answer.status());
            }
            return answer.headers().containsKey(CORRELATION) ? answer : answer.with(CORRELATION, Ids.next());
        });
    }

    private Answer decided(Received request) {
        if (request.place().equals("oauth/token") && request.method().equals("POST")) {
            counters.count("tokens");
            return late(oauth.token(request), "");
        }
        if (request.place().equals("oauth/authorize") && request.method().equals("GET")) {
            return authorization.authorize(request);
        }
        try {
            if (!request.place().startsWith("api/v2/")) {
                throw ApiErrorException.notFound(request.place());
            }
            return counted(request, gate.authenticate(request));
        } catch (ApiErrorException e) {
            return Answers.error(e);
        }
    }

    private Answer counted(Received request, Token token) {
        RateLimit.Standing standing = limit.take(token.text(), token.agent() + " " + token.clientId());
        Answer answer = standing.over()
                ? Answers.error(new ApiErrorException(
                                429,
                                "too.many.requests.retry.after",
                                "Rate limit exceeded the maximum of " + standing.allowed() + " requests."))
                        .with("Retry-After", Long.toString(standing.reset()))
                : guarded(request, token);
        return answer.with("inin-ratelimit-count", Integer.toString(standing.used()))
                .with("inin-ratelimit-allowed", Integer.toString(standing.allowed()))
                .with("inin-ratelimit-reset", Long.toString(standing.reset()));
    }

    private Answer guarded(Received request, Token token) {
        try {
            return late(withFaults(request, token), token.agent());
        } catch (ApiErrorException e) {
            return Answers.error(e);
        }
    }

    private Answer late(Answer answer, String agent) {
        return faults.take("slow", agent)
                .map(fault -> answer.after(fault.duration(Duration.ofSeconds(5))))
                .orElse(answer);
    }

    private Answer withFaults(Received request, Token token) {
        List<String> steps = request.path().subList(2, request.path().size());
        Route route = route(request.method(), steps);
        Gate.check(route, token);
        if (request.body().getBytes(StandardCharsets.UTF_8).length > settings.mostBytes()) {
            throw new ApiErrorException(413, "request.entity.too.large", "The request is too large.");
        }
        Map<String, String> variables = route.path().match(steps).orElseThrow();
        Asked asked = new Asked(request, variables, token, token.user().orElse(null));
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            counters.count("reads");
            return route.deed().apply(asked);
        }
        return command(route, asked);
    }

    private Route route(String method, List<String> steps) {
        List<Route> here = routes.stream()
                .filter(route -> route.path().match(steps).isPresent())
                .toList();
        if (here.isEmpty()) {
            throw ApiErrorException.notFound("The resource " + String.join("/", steps));
        }
        return here.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new ApiErrorException(
                        405, "method.not.allowed", "The method " + method + " is not allowed here."));
    }

    /** Faults of commands: some answer without effect, some have the effect and do not say so. */
    private Answer command(Route route, Asked asked) {
        String first = route.path().steps().get(0);
        boolean toPlatform = !first.equals("notifications") && !first.equals("tokens");
        counters.count(toPlatform ? dials(route) ? "dial" : "commands" : first);
        if (!toPlatform) {
            return route.deed().apply(asked);
        }
        String agent = asked.token().agent();
        Optional<Fault> error = faults.take("error", agent);
        if (error.isPresent()) {
            throw failure(error.get());
        }
        Optional<Fault> rate = faults.take("rate-limit", agent);
        if (rate.isPresent()) {
            long seconds = Math.max(1, rate.get().duration(USUAL_RETRY).toSeconds());
            return Answers.error(Answers.ofStatus(429, "")).with("Retry-After", Long.toString(seconds));
        }
        if (faults.active("swallow", agent)) {
            return dials(route) ? Answers.json(202, Map.of("id", Ids.next())) : Answers.accepted();
        }
        Answer answer = route.deed().apply(asked);
        Optional<Fault> after = faults.take("error-after", agent);
        if (after.isPresent()) {
            throw failure(after.get());
        }
        return faults.active("lose-answer", agent) ? answer.lose() : answer;
    }

    private static boolean dials(Route route) {
        String path = String.join("/", route.path().steps());
        return route.method().equals("POST") && path.matches("conversations/calls(/user/\\{user}|/\\{conversation})?");
    }

    private static ApiErrorException failure(Fault fault) {
        int status = fault.status() == null ? 500 : fault.status();
        return Answers.ofStatus(status, fault.text() == null ? "" : fault.text());
    }

    /** What was counted for the rate is forgotten. On the lane. */
    public void clear() {
        limit.clear();
    }
}
