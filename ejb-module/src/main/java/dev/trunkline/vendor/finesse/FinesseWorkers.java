package dev.trunkline.vendor.finesse;

import dev.trunkline.port.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Threads for what waits for Finesse, shared by all streams: when hundreds of them reconnect at once, they take turns. Public because
 * others hold a proxy of it.
 */
@ApplicationScoped
public class FinesseWorkers {
    private static final int AT_ONCE = 60;
    /** Fewer: an agent who is connected again shall not wait, until his calls are read, for all others to be connected. */
    private static final int SIGNING_ON_AT_ONCE = 40;

    private Optional<Shared> shared = Optional.empty();

    /** @param all for whatever waits for Finesse @param signingOn part of it, for connecting */
    public record Shared(Executor all, Executor signingOn) {}

    /** @param threads always the same */
    public synchronized Shared on(Executor threads) {
        if (shared.isEmpty()) {
            Executor all = new Turns(threads, AT_ONCE);
            shared = Optional.of(new Shared(all, new Turns(all, SIGNING_ON_AT_ONCE)));
        }
        return shared.get();
    }
}
