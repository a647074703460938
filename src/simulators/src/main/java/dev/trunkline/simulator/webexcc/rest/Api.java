package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Received;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.centre.Centre;
import dev.trunkline.simulator.webexcc.centre.Ids;
import dev.trunkline.simulator.webexcc.login.LoginSettings;
import dev.trunkline.simulator.webexcc.login.OAuth;
import dev.trunkline.simulator.webexcc.login.Token;
import dev.trunkline.simulator.webexcc.login.Tokens;
import dev.trunkline.simulator.webexcc.stream.Sockets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Decides about one request, from the gate to the deed. */
public final class Api {
    private static final String TRACKING = "trackingid";

    private final Parts parts;
    private final Gate gate;
    private final RateLimit rate;
    private final Commands commands;
    private final Surrounding surrounding;
    private final List<Route> routes;

    /** What it works with. @param port where it is, once it is open */
    public record Parts(
            Lane lane,
            Centre centre,
            LoginSettings login,
            ApiSettings settings,
            Tokens tokens,
            OAuth oauth,
            Sockets sockets,
            Faults faults,
            Counters counters,
            IntSupplier port) {}

    public Api(Parts parts) {
        this.parts = parts;
        gate = new Gate(parts.tokens(), parts.login());
        rate = new RateLimit(parts.settings(), parts.counters());
        commands = new Commands(parts);
        surrounding = new Surrounding(parts.port());
        routes = Stream.of(
                        new NotificationRoutes(parts.sockets(), parts.port()).all(),
                        new AgentRoutes(parts.centre().desk(), parts.settings()).all(),
                        new TaskRoutes(parts.centre(), parts.settings()).all(),
                        new TalkRoutes(parts.centre()).all(),
                        new CampaignRoutes(parts.centre().previews()).all(),
                        new CallbackRoutes(parts.centre().callbacks()).all(),
                        new ConfigRoutes(parts.centre()).all())
                .flatMap(List::stream)
                .toList();
    }

    public Answer answer(Received request) {
        if (request.method().equals("OPTIONS")) {
            return CrossOrigin.preflight(request);
        }
        String tracking = request.header(TRACKING).orElseGet(() -> Ids.tracking("WXCC"));
        Answer answer = parts.lane().ask(() -> counted(request, tracking));
        return CrossOrigin.allow(request, answer.with(TRACKING, tracking));
    }

    private Answer counted(Received request, String tracking) {
        parts.counters().count("requests");
        Answer answer;
        try {
            answer = decided(request, tracking);
        } catch (ApiErrorException refusal) {
            answer = refused(refusal, tracking);
        }
        if (answer.status() >= 400) {
            parts.counters().count("refused " + answer.status());
        }
        return answer;
    }

    private Answer refused(ApiErrorException refusal, String tracking) {
        return Answers.refused(refusal, parts.settings().errorBodies(), tracking);
    }

    private Answer decided(Received request, String tracking) {
        String place = request.place();
        if (place.equals("v1/access_token") && request.method().equals("POST")) {
            parts.counters().count("tokens");
            return parts.oauth().token(request);
        }
        if (place.equals("v1/authorize") && request.method().equals("GET")) {
            return parts.oauth().authorize(request);
        }
        Optional<Answer> outside = surrounding.answer(request);
        if (outside.isPresent()) {
            return outside.get();
        }
        Token token = gate.authenticate(request);
        OptionalLong tooMany = rate.take(token.clientId());
        if (tooMany.isPresent()) {
            return tooMany(tooMany.getAsLong(), tracking);
        }
        try {
            return late(found(request, token, tracking), request, token);
        } catch (ApiErrorException refusal) {
            return late(refused(refusal, tracking), request, token);
        }
    }

    private Answer tooMany(long seconds, String tracking) {
        return refused(new ApiErrorException(429, "TOO_MANY_REQUESTS", "Too many requests.", ""), tracking)
                .with("Retry-After", Long.toString(seconds));
    }

    /** Reading the configuration is never slow. */
    private Answer late(Answer answer, Received request, Token token) {
        if (request.method().equals("GET")) {
            return answer;
        }
        return parts.faults()
                .take("slow", token.agent().name())
                .map(fault -> answer.after(fault.duration(Duration.ofSeconds(5))))
                .orElse(answer);
    }

    private Answer found(Received request, Token token, String tracking) {
        Optional<Fault> burst = parts.faults().take("error-burst", token.agent().name());
        if (burst.isPresent()) {
            throw Commands.failure(burst.get());
        }
        List<Route> here = routes.stream()
                .filter(route -> route.path().match(request.path()).isPresent())
                .toList();
        if (here.isEmpty()) {
            throw ApiErrorException.notFound(request.place());
        }
        Route route = here.stream()
                .filter(one -> one.method().equals(request.method()))
                .findFirst()
                .orElseThrow(() ->
                        new ApiErrorException(405, "METHOD_NOT_ALLOWED", "Method not allowed.", request.method()));
        gate.check(request);
        Asked asked = new Asked(request, route.path().match(request.path()).orElseThrow(), token);
        if (asked.variables().containsKey("org") && !asked.path("org").equals(Ids.ORGANISATION)) {
            throw ApiErrorException.forbidden("The organisation is another one.");
        }
        parts.counters().count(route.kind().counter());
        return route.kind().faulty()
                ? commands.answer(route, asked, seconds -> tooMany(seconds, tracking))
                : route.deed().apply(asked);
    }

    /** What was counted for the rate is forgotten. On the lane. */
    public void clear() {
        rate.clear();
    }
}
