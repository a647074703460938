package dev.trunkline.owner;

import dev.trunkline.model.AgentKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Fencing: whoever takes an agent's stream raises its epoch, and every write checks the epoch in its own commit. A process that
 * was thought dead and comes back cannot write with the epoch it once had.
 */
@ApplicationScoped
public class Owner {
    private final Jdbi jdbi;
    private final Map<AgentKey, Long> epochs = new ConcurrentHashMap<>();

    /** For the container's proxies. */
    protected Owner() {
        this(null);
    }

    @Inject
    public Owner(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The epoch with which this process may write into the agent's stream; the first question takes the stream over. */
    public long epoch(AgentKey key) {
        return epochs.computeIfAbsent(key, taken -> jdbi.inTransaction(handle -> take(handle, taken)));
    }

    private static long take(Handle handle, AgentKey key) {
        int raised = handle.execute(
                "update agent_stream set epoch = epoch + 1 where tenant = ? and agent = ?", key.tenant(), key.agent());
        if (raised == 0) {
            handle.execute(
                    "insert into agent_stream (tenant, agent, epoch, last_seq) values (?, ?, 1, 0)",
                    key.tenant(),
                    key.agent());
        }
        return handle.createQuery("select epoch from agent_stream where tenant = ? and agent = ?")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .mapTo(Long.class)
                .one();
    }
}
