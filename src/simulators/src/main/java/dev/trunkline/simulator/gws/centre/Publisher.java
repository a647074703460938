package dev.trunkline.simulator.gws.centre;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Tells agents what has become of their calls and devices (sheet 5.4). On the lane. */
final class Publisher {
    static final String STATUS = "StatusChange";
    private static final String CALLS = "/v2/me/calls";
    private static final String DEVICES = "/v2/me/devices";
    private static final int LEAST_NANOS = 400_000;
    private static final int MOST_NANOS = 6_000_000;

    private final Notifier notifier;
    private final Resources resources;
    private final Shapes shapes;
    private final Rules rules;

    Publisher(Notifier notifier, Resources resources, Shapes shapes, Rules rules) {
        this.notifier = notifier;
        this.resources = resources;
        this.shapes = shapes;
        this.rules = rules;
    }

    Resources resources() {
        return resources;
    }

    /** To one of those who have a part in it. */
    void call(Call call, Agent agent, String what) {
        Party own = call.of(agent).orElseThrow();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("notificationType", what);
        data.put("call", resources.call(call, agent));
        data.put("phoneNumber", agent.number());
        data.put("extensions", resources.extensions(call, own));
        data.put("messageType", "CallStateChangeMessage");
        boolean plain = own.state() != CallState.DIALING || call.userData().isEmpty();
        metrics(data, plain);
        notifier.event(agent, CALLS, data, call.disorderly());
    }

    /** To all of the house who are in it. */
    void call(Call call, String what) {
        call.live().stream().flatMap(party -> party.agent().stream()).forEach(agent -> call(call, agent, what));
    }

    /** @param plain whether it is not one of those that have none in the documentation's samples */
    private void metrics(Map<String, Object> data, boolean plain) {
        boolean wanted =
                switch (shapes.metrics()) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case AS_IN_SAMPLES -> plain;
                };
        if (wanted) {
            Map<String, Object> processing = new LinkedHashMap<>();
            processing.put(
                    "nodeProcessingTimeNanos", ThreadLocalRandom.current().nextInt(LEAST_NANOS, MOST_NANOS));
            processing.put("serverGenerationTimestamp", Instant.now().toEpochMilli());
            processing.put("serverProcessingTimeTotalMs", 2);
            data.put("metrics", Map.of("eventProcessing", processing));
        }
    }

    void device(Agent agent) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("messageType", "DeviceStateChangeMessage");
        data.put("devices", List.of(resources.device(agent)));
        metrics(data, true);
        notifier.event(agent, DEVICES, data, false);
    }

    /** The one that was captured had neither text nor code. */
    void error(Agent agent, String text) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("messageType", "ErrorMessage");
        if (rules.errorTexts()) {
            data.put("errorMessage", text);
            data.put("errorCode", StatusException.INTERNAL);
        }
        metrics(data, true);
        data.put("devicePath", Resources.devicePath(agent));
        data.put("deviceUri", resources.deviceUri(agent));
        notifier.event(agent, DEVICES, data, false);
    }

    void service(Agent agent, Map<String, Object> service) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("messageType", "ServiceStateChangeMessage");
        data.put("services", List.of(service));
        notifier.event(agent, "/notifications/services", data, false);
    }

    void cut(Agent agent) {
        notifier.cut(agent);
    }
}
