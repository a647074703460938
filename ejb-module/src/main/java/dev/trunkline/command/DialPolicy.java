package dev.trunkline.command;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Message;

/**
 * Asked between the checks and the storing of a dial: do-not-call lists and calling hours live behind it. Refuses by throwing
 * {@code RefusedException} with {@code DNC_BLOCKED}, {@code CALLING_HOURS} or {@code POLICY_REFUSED}. Every bean of this type is
 * asked.
 */
public interface DialPolicy {
    void check(AgentKey agent, Message dial);
}
