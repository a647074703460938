package dev.trunkline.simulator.gws.rest;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.gws.centre.Centre;
import dev.trunkline.simulator.gws.centre.StatusException;
import dev.trunkline.simulator.gws.centre.Timing;
import dev.trunkline.simulator.gws.login.Admission;
import dev.trunkline.simulator.gws.login.Gate;
import dev.trunkline.simulator.gws.login.HttpSession;
import dev.trunkline.simulator.gws.login.Sessions;
import dev.trunkline.simulator.gws.login.Visitor;
import dev.trunkline.simulator.gws.stream.Notifications;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Received;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every request of the REST part: who asks, which operation it is, what goes wrong with it. */
public final class Api {
    private static final Duration USUAL_SLOWNESS = Duration.ofSeconds(5);
    private static final Duration USUAL_RETRY = Duration.ofSeconds(1);
    /** A lower status of an error is a statusCode of the API. */
    private static final int LEAST_HTTP_STATUS = 100;

    private final Parts parts;
    private final List<Route> routes;

    /** What it works with. */
    public record Parts(
            Lane lane,
            Centre centre,
            Timing timing,
            ApiSettings settings,
            Gate gate,
            Sessions sessions,
            Notifications notifications,
            Faults faults,
            Counters counters) {}

    public Api(Parts parts) {
        this.parts = parts;
        routes = Stream.of(
                        new UserRoutes(parts.centre(), parts.sessions()).all(),
                        new VoiceRoutes(parts.centre(), parts.timing()).all(),
                        new SystemRoutes(parts.centre()).all())
                .flatMap(List::stream)
                .toList();
    }

    public Answer answer(Received request) {
        return parts.lane().ask(() -> {
            parts.counters().count("requests");
            Answer answer = decided(request);
            if (answer.status() >= 400) {
                parts.counters().count("refused " + answer.status());
            }
            return answer;
        });
    }

    private Answer decided(Received request) {
        if (request.place().equals("api/v2/diagnostics/version")) {
            return SystemRoutes.version();
        }
        if (!request.place().startsWith("api/v2/")) {
            return Answers.html(404, "Not Found");
        }
        Admission admission = parts.gate().rest(Visitor.of(request.method(), request::header));
        Answer answer =
                switch (admission.standing()) {
                    case WRONG_TOKEN -> Answers.wrongToken();
                    case NOT_SIGNED_IN -> Answers.notSignedIn();
                    case WELCOME -> marked(request, admission.session().orElseThrow());
                };
        for (String cookie : admission.cookies()) {
            answer = answer.adding("Set-Cookie", cookie);
        }
        return answer;
    }

    /** Every answer to a GET tells the name and the value of the token (sheet 2.4). */
    private Answer marked(Received request, HttpSession session) {
        Answer answer = late(guarded(request, session), session.agent().name());
        boolean tells = parts.gate().csrf() && request.method().equals("GET");
        return tells ? answer.with("X-CSRF-HEADER", "X-CSRF-TOKEN").with("X-CSRF-TOKEN", session.csrfToken()) : answer;
    }

    private Answer late(Answer answer, String agent) {
        return parts.faults()
                .take("slow", agent)
                .map(fault -> answer.after(fault.duration(USUAL_SLOWNESS)))
                .orElse(answer);
    }

    private Answer guarded(Received request, HttpSession session) {
        try {
            return withFaults(request, session);
        } catch (StatusException refusal) {
            return Answers.refused(refusal, parts.settings().errorStatus());
        }
    }

    private Answer withFaults(Received request, HttpSession session) {
        List<String> steps = request.path().subList(2, request.path().size());
        List<Route> here = routes.stream()
                .filter(route -> route.path().match(steps).isPresent())
                .toList();
        if (here.isEmpty()) {
            throw StatusException.notFound("The resource '" + String.join("/", steps) + "'");
        }
        Optional<Route> route = here.stream()
                .filter(one -> one.method().equals(request.method()))
                .findFirst();
        if (route.isEmpty()) {
            return Answers.html(405, "Method Not Allowed");
        }
        Map<String, String> variables = route.get().path().match(steps).orElseThrow();
        Asked asked = new Asked(request, variables, session);
        if (request.method().equals("GET")) {
            parts.counters().count("reads");
            return route.get().deed().apply(asked);
        }
        return command(route.get(), asked);
    }

    /** Faults of commands: some answer without effect, some have the effect and do not say so. */
    private Answer command(Route route, Asked asked) {
        Faults faults = parts.faults();
        String agent = asked.agent().name();
        parts.counters().count(route.path().steps().size() == 4 ? "dial" : "commands");
        Optional<Fault> error = faults.take("error", agent);
        if (error.isPresent()) {
            return failure(error.get());
        }
        Optional<Fault> rate = faults.take("rate-limit", agent);
        if (rate.isPresent()) {
            long seconds = Math.max(1, rate.get().duration(USUAL_RETRY).toSeconds());
            return Answers.html(429, "Too Many Requests").with("Retry-After", Long.toString(seconds));
        }
        if (faults.active("swallow", agent)) {
            return Answers.done();
        }
        check(route, asked);
        Answer answer = done(route, asked);
        Optional<Fault> after = faults.take("error-after", agent);
        if (after.isPresent()) {
            return failure(after.get());
        }
        return faults.active("lose-answer", agent) ? answer.lose() : answer;
    }

    /** What it causes is told before its answer or after it: no order is promised. */
    private Answer done(Route route, Asked asked) {
        if (parts.centre().voice().rules().tellsFirst()) {
            return route.deed().apply(asked);
        }
        parts.notifications().hold();
        parts.lane().after(parts.timing().begin(), parts.notifications()::release);
        return route.deed().apply(asked);
    }

    private void check(Route route, Asked asked) {
        String type = asked.received().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw new StatusException(StatusException.INVALID, "The content type must be application/json.", 415);
        }
        if (route.voice() && !parts.centre().voice().rules().voiceFeature()) {
            throw StatusException.noPermission("api-voice");
        }
        if (route.voice() && !parts.centre().services().voiceActive()) {
            throw StatusException.voiceDown();
        }
    }

    private Answer failure(Fault fault) {
        int wanted = fault.status() == null ? 500 : fault.status();
        String text = fault.text() == null ? "Simulated" : fault.text();
        if (text.startsWith("<")) {
            return Answer.of(wanted, "text/html", text);
        }
        return wanted < LEAST_HTTP_STATUS
                ? Answers.refused(Answers.status(wanted, parts.settings().errorStatus()), wanted, text)
                : Answers.refused(wanted, StatusException.INTERNAL, text);
    }
}
