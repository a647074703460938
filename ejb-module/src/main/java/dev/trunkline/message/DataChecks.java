package dev.trunkline.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules about several members of {@code data} at once. */
final class DataChecks {
    /** May refuse, warn, or put a value into its final form. */
    @FunctionalInterface
    interface Check {
        void on(Map<String, Object> data, MessageSettings settings, Set<Warning> warnings);
    }

    static final Check NONE = (data, settings, warnings) -> {};

    /** Only a number is dialled; agents, queues and entry points have names. */
    static final Check DESTINATION = (data, settings, warnings) -> {
        if (data.containsKey("toAddress")
                && data.getOrDefault("destinationType", "number").equals("number")) {
            data.computeIfPresent(
                    "toAddress", (name, written) -> DialNumber.of(name, written.toString(), settings.allowUri()));
        }
    };

    static final Check UPDATE = (data, settings, warnings) -> {
        boolean pair = data.containsKey("key");
        if (pair != data.containsKey("value")) {
            throw Values.refused("key", "and value belong together");
        }
        if (!pair && !data.containsKey("variables") && !data.containsKey("label")) {
            throw Values.refused("data", "must have variables, key and value, or label");
        }
    };

    static final Check CALLBACK = (data, settings, warnings) -> {
        CallbackClock clock =
                CallbackClock.in(Optional.ofNullable(data.get("timeZone")).map(Object::toString));
        for (String name : new String[] {"callbackTime", "callbackEndTime"}) {
            if (data.containsKey(name) && clock.isShifted(name, data.get(name).toString())) {
                warnings.add(Warning.DST_SHIFTED);
            }
        }
    };

    private DataChecks() {}
}
