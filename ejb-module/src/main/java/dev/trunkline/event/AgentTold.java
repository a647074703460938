package dev.trunkline.event;

import dev.trunkline.model.AgentKey;
import java.util.Map;
import java.util.Optional;

/**
 * A message that is not numbered, stored or replayed (contract 3.2a). As a CDI event it is for all connections of an agent.
 *
 * @param forms channel name to message, profile exact
 * @param gateway our block as JSON text, for profile extended
 */
public record AgentTold(AgentKey key, String vendor, Map<String, String> forms, String gateway) {
    public static AgentTold of(AgentKey key, String vendor, Map<String, String> forms, Origin origin) {
        return new AgentTold(
                key,
                vendor,
                forms,
                Json.text(Gateway.of(key.agent()).origin(origin).build()));
    }

    /** The message in that form; empty if it does not exist in it. */
    public Optional<String> message(String channel, Profile profile) {
        return Optional.ofNullable(forms.get(channel)).map(body -> switch (profile) {
            case EXACT -> body;
            case EXTENDED -> Json.with(body, "gateway", gateway);
        });
    }
}
