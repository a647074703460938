package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * Any verb but a dial, as it is handed to a platform.
 *
 * @param commandId ours; handed to the platform where it gives such a mark back
 * @param callId the platform's call, {@code ""} where the verb has none
 * @param otherCallId the other one, for a verb that is about two calls; else {@code ""}
 * @param data the verb's members under canonical names (contract 1.5, 2.1)
 */
public record Order(String commandId, String callId, String otherCallId, Map<String, Object> data) {
    public Order {
        requireNonNull(commandId, "commandId");
        callId = callId == null ? "" : callId;
        otherCallId = otherCallId == null ? "" : otherCallId;
        data = data == null ? Map.of() : Map.copyOf(data);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(data.get(name)).map(Object::toString);
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(data.get(name));
    }
}
