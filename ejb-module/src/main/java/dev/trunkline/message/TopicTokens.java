package dev.trunkline.message;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.Set;

/** Which topics are let in (contract 1.3 step 6). A topic selects nothing; only an outdated one is worth a warning. */
final class TopicTokens {
    private static final Set<String> INBOUND = Set.of("inboundcall", "inbound");
    private static final Set<String> CURRENT = Set.of("outboundcall", "outbound", "agent", "app", "connection");
    private static final Set<String> NOT_OFFERED = Set.of("team", "error");

    /** @return true if it speaks of inbound calls, which is outdated for what we do */
    static boolean inbound(String topic) {
        String token = Words.token("-_", topic);
        if (NOT_OFFERED.contains(token)) {
            throw new RefusedException(Code.NOT_SUPPORTED, "topic '" + Words.cut(topic) + "' is not offered");
        }
        if (!INBOUND.contains(token) && !CURRENT.contains(token)) {
            throw new RefusedException(
                    Code.UNKNOWN_TOPIC, "topic '" + Words.cut(topic) + "' is not one of OutboundCall, Agent, App");
        }
        return INBOUND.contains(token);
    }

    private TopicTokens() {}
}
