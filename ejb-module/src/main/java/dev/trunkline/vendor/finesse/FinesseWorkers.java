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

    private Optional<Turns> turns = Optional.empty();

    /** @param threads always the same */
    public synchronized Executor on(Executor threads) {
        if (turns.isEmpty()) {
            turns = Optional.of(new Turns(threads, AT_ONCE));
        }
        return turns.get();
    }
}
