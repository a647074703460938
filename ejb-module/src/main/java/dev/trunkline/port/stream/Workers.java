package dev.trunkline.port.stream;

import dev.trunkline.threads.Handover;
import dev.trunkline.threads.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Threads for what waits for a platform, shared by all its streams: when hundreds of them reconnect at once, they take turns. Each platform
 * has its own, so that a slow one does not take those of the others. Public because others hold a proxy
 * of it.
 */
@ApplicationScoped
public class Workers {
    private static final int AT_ONCE = 60;
    /** Fewer: an agent who is connected again shall not wait, until his calls are read, for all others to be connected. */
    private static final int SIGNING_ON_AT_ONCE = 40;

    private final Map<String, Shared> shared = new ConcurrentHashMap<>();

    /** @param all for whatever waits for the platform @param signingOn part of it, for connecting */
    public record Shared(Executor all, Executor signingOn) {}

    /** @param threads of the server, always the same */
    public Shared of(String vendor, Executor threads) {
        return shared.computeIfAbsent(vendor, first -> {
            Executor all = new Turns(new Handover(threads), AT_ONCE);
            return new Shared(all, new Turns(all, SIGNING_ON_AT_ONCE));
        });
    }
}
