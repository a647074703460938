package dev.trunkline.call;

import dev.trunkline.model.AgentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads calls, for clients that ask instead of listening (contract 13.2). */
@ApplicationScoped
public class Calls {
    /** Calls of an agent, oldest first. @param after a callRef, or empty */
    public List<CallRecord> list(AgentKey key, boolean ended, Optional<String> after, int limit) {
        throw new IllegalStateException();
    }

    public Optional<CallRecord> find(AgentKey key, String callRef) {
        throw new IllegalStateException();
    }
}
