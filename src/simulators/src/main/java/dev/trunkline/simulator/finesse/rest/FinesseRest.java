package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.finesse.Accounts;
import dev.trunkline.simulator.finesse.Door;
import dev.trunkline.simulator.finesse.Tokens;
import dev.trunkline.simulator.finesse.centre.ApiErrorException;
import dev.trunkline.simulator.finesse.centre.Centre;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.centre.Timing;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Form;
import dev.trunkline.simulator.web.Received;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides about one request, from the gate to the resource, with the faults in force in between. */
public final class FinesseRest {
    private static final String INFO = "finesse/api/SystemInfo";

    private final String node;
    private final Centre centre;
    private final Rules rules;
    private final Faults faults;
    private final Counters counters;
    private final SystemInfo info;
    private final Gate gate;
    private final SingleSignOn singleSignOn;
    private final Resources resources;

    /** What REST of one node works with. */
    public record Parts(
            String node,
            Centre centre,
            Rules rules,
            Timing timing,
            Accounts accounts,
            Tokens tokens,
            Faults faults,
            Counters counters,
            SystemInfo info,
            Door door) {}

    public FinesseRest(Parts parts) {
        node = parts.node();
        centre = parts.centre();
        rules = parts.rules();
        faults = parts.faults();
        counters = parts.counters();
        info = parts.info();
        gate = new Gate(parts.accounts(), parts.tokens(), rules, faults);
        singleSignOn = new SingleSignOn(rules, parts.tokens(), faults);
        resources = new Resources(parts);
    }

    /** What goes back to it; by plain HTTP only where to come by HTTPS. @param httpsPort where that is */
    public Answer answer(Received request, int httpsPort) {
        return request.secure()
                ? answer(new Incoming(request))
                : Answer.movedTo("https://" + request.host() + ":" + httpsPort + request.target());
    }

    private Answer answer(Incoming request) {
        counters.count("requests");
        String path = String.join("/", request.path());
        try {
            Optional<Answer> ofToken = singleSignOn.answer(request);
            if (ofToken.isPresent()) {
                return ofToken.get();
            }
            if (path.equals(INFO) && rules.anonymousSystemInfo()) {
                return Answers.of(info.document("SystemInfo"));
            }
            return answerTo(request, gate.authenticate(request));
        } catch (ApiErrorException e) {
            counters.count("refused " + e.status());
            Answer answer = Answers.of(e);
            return request.requestId().isEmpty() ? answer : answer.with("requestId", request.requestId());
        }
    }

    private Answer answerTo(Incoming request, String agent) {
        Answer answer = withFaults(request, agent);
        Duration slow = faults.take("slow", agent)
                .map(fault -> fault.duration(Duration.ofSeconds(5)))
                .orElse(Duration.ZERO);
        Optional<String> cookie = gate.newCookie(request, agent);
        Answer late = answer.after(slow);
        return cookie.map(value -> late.with("Set-Cookie", value)).orElse(late);
    }

    private Answer withFaults(Incoming request, String agent) {
        if (String.join("/", request.path()).equals(INFO) && request.method().equals("GET")) {
            return Answers.of(info.document("SystemInfo"));
        }
        if (faults.active("out-of-service", agent)) {
            return Answers.status(503);
        }
        if (request.method().equals("GET")) {
            counters.count("reads");
            return resources.answer(request, agent);
        }
        return command(request, agent);
    }

    /** Faults of commands: two answer without effect, one has the effect and loses the answer. */
    private Answer command(Incoming request, String agent) {
        counters.count(request.method().equals("POST") ? "dial" : "commands");
        Optional<Fault> error = faults.take("error", agent);
        if (error.isPresent()) {
            return Answers.status(
                    error.get().status() == null ? 500 : error.get().status());
        }
        Optional<Fault> limit = faults.take("rate-limit", agent);
        if (limit.isPresent()) {
            long seconds =
                    Math.max(1, limit.get().duration(Duration.ofSeconds(2)).toSeconds());
            return Answers.status(429).with("Retry-After", Long.toString(seconds));
        }
        Optional<Fault> late = faults.take("async-error", agent);
        if (late.isPresent()) {
            centre.failLater(agent, late.get().status() == null ? 1 : late.get().status(), request.requestId());
            return Answers.accepted();
        }
        if (faults.active("swallow", agent)) {
            return Answers.accepted();
        }
        if (!request.signsIn()) {
            centre.refuseElsewhere(agent, node);
        }
        Answer answer = resources.answer(request, agent);
        return faults.active("lose-answer", agent) ? answer.lose() : answer;
    }

    /** Of a name that comes twice, the last. */
    static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        Form.of(text).fields().forEach((name, values) -> fields.put(name, values.get(values.size() - 1)));
        return fields;
    }
}
