package dev.trunkline.vendor.gws;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What the platform tells each agent, although it is about none: it is news once. Safe for threads. */
final class GwsRepeats {
    /** By then all have heard it, and who hears it again hears of another change. */
    private static final Duration SAME = Duration.ofSeconds(10);

    private final LongSupplier clock;
    private final Map<String, Long> told = new HashMap<>();

    GwsRepeats(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized boolean news(String text) {
        long now = clock.getAsLong();
        told.values().removeIf(at -> now - at >= SAME.toNanos());
        return told.putIfAbsent(text, now) == null;
    }
}
