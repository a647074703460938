package dev.trunkline.simulator.gws.rest;

import dev.trunkline.simulator.gws.centre.Agent;
import dev.trunkline.simulator.gws.centre.Centre;
import dev.trunkline.simulator.gws.centre.Operation;
import dev.trunkline.simulator.gws.centre.StatusException;
import dev.trunkline.simulator.gws.centre.Timing;
import dev.trunkline.simulator.web.Answer;
import java.util.List;
import java.util.Set;

/** Devices and calls (sheet 3, 4). On the lane. */
final class VoiceRoutes {
    /** Those that have somebody called. */
    private static final Set<String> CALLING =
            Set.of("InitiateTransfer", "InitiateConference", "SingleStepTransfer", "SingleStepConference");

    private static final String RETRY_AFTER = "2";

    private final Centre centre;
    private final Timing timing;

    VoiceRoutes(Centre centre, Timing timing) {
        this.centre = centre;
        this.timing = timing;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET me/devices", this::devices),
                Route.of("GET me/devices/{device}", asked -> Answers.with("device", device(asked))),
                Route.ofVoice("POST me/devices/{device}/calls", this::dial),
                Route.of("GET me/calls", this::calls),
                Route.of(
                        "GET me/calls/{call}",
                        asked -> Answers.with("call", centre.voice().call(asked.agent(), asked.path("call")))),
                Route.ofVoice("POST me/calls/{call}", this::operate));
    }

    private Answer devices(Asked asked) {
        return asked.wantsFields()
                ? Answers.with("devices", List.of(centre.desk().device(asked.agent())))
                : Answers.with(
                        "uris", List.of(uri("/devices/" + asked.agent().device().id())));
    }

    private String uri(String path) {
        return centre.voice().resources().uri(path);
    }

    private Object device(Asked asked) {
        return centre.desk().device(check(asked.agent(), asked.path("device")));
    }

    private static Agent check(Agent agent, String deviceId) {
        if (!agent.device().id().equals(deviceId)) {
            throw StatusException.notFound("The device '" + deviceId + "'");
        }
        return agent;
    }

    private Answer calls(Asked asked) {
        var calls = centre.voice().callsOf(asked.agent());
        return asked.wantsFields()
                ? Answers.with("calls", calls)
                : Answers.with(
                        "uris", calls.stream().map(call -> call.get("uri")).toList());
    }

    private Answer dial(Asked asked) {
        Operation operation = asked.body().operation();
        return called(operation, () -> centre.voice().dial(asked.agent(), asked.path("device"), operation));
    }

    private Answer operate(Asked asked) {
        Operation operation = asked.body().operation();
        Runnable deed = () -> centre.voice().perform(asked.agent(), asked.path("call"), operation);
        if (CALLING.contains(operation.name())) {
            return called(operation, deed);
        }
        deed.run();
        return Answers.done();
    }

    /** How such a request is answered depends on the number, too. */
    private Answer called(Operation operation, Runnable deed) {
        return switch (centre.voice().farEnd(operation.number())) {
            case SERVER_ERROR -> Answers.refused(500, StatusException.INTERNAL, "Internal error");
            case RATE_LIMITED -> Answers.html(429, "Too Many Requests").with("Retry-After", RETRY_AFTER);
            case SLOW_DIAL_ANSWER -> done(deed).after(timing.slowAnswer());
            case LOST_DIAL_ANSWER -> done(deed).lose();
            default -> done(deed);
        };
    }

    private static Answer done(Runnable deed) {
        deed.run();
        return Answers.done();
    }
}
