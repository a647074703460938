package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * One number to dial.
 *
 * @param commandId ours; handed to the platform where it gives such a mark back
 * @param toAddress as the client wrote it, stripped (contract T14)
 * @param variables data attached to the call
 * @param options the other members of contract 2.3 by name: callerId, campaignId, queueId, device, location, region,
 *     timeoutSeconds
 */
public record Dial(String commandId, String toAddress, Map<String, String> variables, Map<String, Object> options) {
    public Dial {
        requireNonNull(commandId, "commandId");
        requireNonNull(toAddress, "toAddress");
        variables = variables == null ? Map.of() : Map.copyOf(variables);
        options = options == null ? Map.of() : Map.copyOf(options);
    }

    /** One of {@link #options}. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).map(Object::toString);
    }
}
