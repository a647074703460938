package dev.trunkline.message;

import dev.trunkline.model.CallbackTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        Optional<CallbackTime> from = time("callbackTime", data);
        Optional<CallbackTime> until = time("callbackEndTime", data);
        if (Stream.of(from, until).flatMap(Optional::stream).anyMatch(CallbackTime::shifted)) {
            warnings.add(Warning.DST_SHIFTED);
        }
        if (until.filter(end -> end.at().isBefore(from.orElse(end).at())).isPresent()) {
            throw Values.refused("callbackEndTime", "must not be before callbackTime");
        }
    };

    private static Optional<CallbackTime> time(String name, Map<String, Object> data) {
        Optional<String> zone = Optional.ofNullable(data.get("timeZone")).map(Object::toString);
        return Optional.ofNullable(data.get(name)).map(written -> CallbackTime.of(name, written.toString(), zone));
    }

    private DataChecks() {}
}
