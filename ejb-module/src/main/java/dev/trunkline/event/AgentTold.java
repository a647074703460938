package dev.trunkline.event;

import dev.trunkline.model.AgentKey;
import java.util.Map;

/**
 * CDI event: a message to all connections of an agent that is not numbered, stored or replayed (contract 3.2a).
 *
 * @param forms channel name to message, profile exact
 */
public record AgentTold(AgentKey key, String vendor, Map<String, String> forms) {}
