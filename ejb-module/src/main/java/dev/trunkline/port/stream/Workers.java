package dev.trunkline.port.stream;

import dev.trunkline.port.VendorService;
import dev.trunkline.port.Vendors;
import dev.trunkline.threads.Handover;
import dev.trunkline.threads.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;

/**
 * Threads for what waits for a platform, shared by all its streams: when hundreds of them reconnect at once, they take turns. Each platform
 * has its own, so that a slow one does not take those of the others, and the more platforms there are the fewer has each: all of them
 * stand on the threads of one server (200 on Micro), which lanes, commands and pushers need too. Public because others hold a proxy of it.
 */
@ApplicationScoped
public class Workers {
    private static final int OF_ALL = 80;
    private static final int MOST = 60;

    private final IntSupplier platforms;
    private final Map<String, Shared> shared = new ConcurrentHashMap<>();

    /** @param all for whatever waits for the platform @param signingOn part of it, for connecting */
    public record Shared(Executor all, Executor signingOn) {}

    /** Of one platform. */
    public Workers() {
        this(() -> 1);
    }

    @Inject
    public Workers(Vendors vendors) {
        this(() ->
                (int) vendors.all().stream().filter(VendorService::configured).count());
    }

    Workers(IntSupplier platforms) {
        this.platforms = platforms;
    }

    /** @param threads of the server, always the same */
    public Shared of(String vendor, Executor threads) {
        return shared.computeIfAbsent(vendor, first -> {
            int atOnce = Math.min(MOST, OF_ALL / Math.max(1, platforms.getAsInt()));
            Executor all = new Turns(new Handover(threads), atOnce);
            // Fewer: an agent who is connected again shall not wait, until his calls are read, for all others to be
            // connected.
            return new Shared(all, new Turns(all, Math.max(1, atOnce * 2 / 3)));
        });
    }
}
