package dev.trunkline.vendor.genesys;

import dev.trunkline.vendor.genesys.wire.Definition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The presences of an organisation, the same for all of its agents: those who sign on together ask for them once. */
final class GenesysDefinitions {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final LongSupplier clock;
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

    /** One organisation's; its monitor is held while the platform is asked. */
    private static final class Shelf {
        private Optional<List<Definition>> definitions = Optional.empty();
        private long readAt;
    }

    GenesysDefinitions(LongSupplier clock) {
        this.clock = clock;
    }

    /** However old. */
    List<Definition> known(String tenant, Supplier<List<Definition>> asked) {
        return get(tenant, asked, false);
    }

    /** Not older than a minute. */
    List<Definition> fresh(String tenant, Supplier<List<Definition>> asked) {
        return get(tenant, asked, true);
    }

    private List<Definition> get(String tenant, Supplier<List<Definition>> asked, boolean fresh) {
        Shelf shelf = shelves.computeIfAbsent(tenant, first -> new Shelf());
        synchronized (shelf) {
            boolean old = clock.getAsLong() - shelf.readAt > FRESH.toNanos();
            if (shelf.definitions.isEmpty() || fresh && old) {
                shelf.definitions = Optional.of(asked.get());
                shelf.readAt = clock.getAsLong();
            }
            return shelf.definitions.get();
        }
    }
}
