package dev.trunkline.event;

import dev.trunkline.model.AgentKey;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the log.
 *
 * @param forms channel name to message, profile exact
 * @param exact the forms in which profile exact sees it
 * @param gateway our block as JSON text
 * @param callRef the call it is about, or {@code ""}
 */
public record StoredEvent(
        AgentKey key,
        long seq,
        String eventId,
        Instant time,
        String vendor,
        String callRef,
        Map<String, String> forms,
        Set<String> exact,
        String gateway) {
    /** What only the change itself has: its number, and the command that it shows the effect of. */
    private static final List<String> OF_THE_CHANGE =
            List.of("eventId", "seq", "callSeq", "time", "requestId", "commandId", "verb");

    /** The same said once more, to somebody who missed it: no change, and therefore without a number (contract 3.2a). */
    public AgentTold again() {
        JsonObjectBuilder block = Json.object(gateway);
        OF_THE_CHANGE.forEach(block::remove);
        block.add("origin", Origin.RESYNC.name());
        return new AgentTold(key, vendor, forms, block.build().toString());
    }

    /** The message for a listener; empty where his profile does not show it. */
    public Optional<String> message(String channel, Profile profile) {
        String body = forms.get(channel);
        if (body == null) {
            return Optional.empty();
        }
        return switch (profile) {
            case EXTENDED -> Optional.of(Json.with(body, "gateway", gateway));
            case EXACT -> exact.contains(channel) ? Optional.of(body) : Optional.empty();
        };
    }
}
