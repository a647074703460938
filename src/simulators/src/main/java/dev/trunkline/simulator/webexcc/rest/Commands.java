package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.centre.Ids;
import dev.trunkline.simulator.webexcc.rest.Route.Kind;
import dev.trunkline.simulator.webexcc.stream.Sockets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Faults of commands: some answer without effect, some have the effect and do not say so (sheet 9.1). On the lane. */
final class Commands {
    private static final Duration USUAL_RETRY = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final long RETRY_AFTER = 2;

    private final Api.Parts parts;
    private final Faults faults;
    private final Sockets sockets;

    Commands(Api.Parts parts) {
        this.parts = parts;
        faults = parts.faults();
        sockets = parts.sockets();
    }

    /** @param tooMany the answer to one request too many, by the seconds to wait */
    Answer answer(Route route, Asked asked, LongFunction<Answer> tooMany) {
        String agent = asked.agent().name();
        Optional<Fault> error = faults.take("error", agent);
        if (error.isPresent()) {
            throw failure(error.get());
        }
        Optional<Fault> limit = faults.take("rate-limit", agent);
        if (limit.isPresent()) {
            return tooMany.apply(Math.max(1, limit.get().duration(USUAL_RETRY).toSeconds()));
        }
        if (faults.active("forbidden", agent)) {
            throw ApiErrorException.forbidden("Forbidden on purpose.");
        }
        checkType(asked);
        if (route.kind() == Kind.DIAL) {
            return dial(route, asked, tooMany);
        }
        return done(route, asked);
    }

    static ApiErrorException failure(Fault fault) {
        int status = fault.status() == null ? 500 : fault.status();
        String text = fault.text() == null ? "Simulated" : fault.text();
        return new ApiErrorException(status, "SIMULATED", text, "");
    }

    private static void checkType(Asked asked) {
        String type = asked.received().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!asked.received().body().isEmpty() && !type.startsWith("application/json")) {
            throw new ApiErrorException(415, "UNSUPPORTED_MEDIA_TYPE", "The body must be application/json.", "");
        }
    }

    /** How it is answered depends on the number, too. */
    private Answer dial(Route route, Asked asked, LongFunction<Answer> tooMany) {
        FarEnd end = parts.centre().dialling().farEnd(asked.body());
        return switch (end) {
            case SERVER_ERROR -> throw new ApiErrorException(500, "INTERNAL_SERVER_ERROR", "Internal error.", "");
            case RATE_LIMITED -> tooMany.apply(RETRY_AFTER);
            case SLOW_DIAL_ANSWER ->
                done(route, asked).after(parts.centre().timing().slowAnswer());
            case LOST_DIAL_ANSWER -> done(route, asked).lose();
            default -> done(route, asked);
        };
    }

    private Answer done(Route route, Asked asked) {
        String agent = asked.agent().name();
        if (faults.active("swallow", agent)) {
            return route.kind() == Kind.DIAL
                    ? TaskRoutes.created(
                            Ids.next(), parts.centre().rules().dial().dialStatus())
                    : Answers.accepted();
        }
        Optional<Fault> late = faults.take("late-answer", agent);
        Answer answer = told(route, asked, late.isPresent());
        if (late.isPresent()) {
            answer = answer.after(late.get().duration(LATE));
        }
        Optional<Fault> after = faults.take("error-after", agent);
        if (after.isPresent()) {
            throw failure(after.get());
        }
        return faults.active("lose-answer", agent) ? answer.lose() : answer;
    }

    /** What a request causes is told before its answer or after it: no order is promised (sheet 3.2). */
    private Answer told(Route route, Asked asked, boolean atOnce) {
        Agent agent = asked.agent();
        boolean mute = route.kind() != Kind.DIAL && faults.active("silent", agent.name());
        if (!atOnce && !parts.centre().rules().dial().tellsFirst()) {
            sockets.hold(agent);
            parts.lane().after(parts.centre().timing().begin(), () -> sockets.release(agent));
        }
        sockets.mute(agent, mute);
        try {
            return route.deed().apply(asked);
        } finally {
            sockets.mute(agent, false);
        }
    }

    /** The only body that says something. */
    static Map<String, Object> meta() {
        return Map.of("orgId", Ids.ORGANISATION);
    }
}
