package dev.trunkline.system.soak;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is heard by all, and hands latencies to whoever measures now. */
final class Meter {
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private volatile Optional<Latency> measuring = Optional.empty();

    void heard(String agent, Heard heard, boolean freshChange) {
        events.incrementAndGet();
        if (freshChange) {
            changes.incrementAndGet();
            measuring.ifPresent(latency -> latency.add(agent, heard.micros() - heard.changedAt()));
        }
    }

    /** All numbered messages. */
    long events() {
        return events.get();
    }

    /** Those that a burst of the platform caused. */
    long changes() {
        return changes.get();
    }

    void measure(Latency latency) {
        measuring = Optional.of(latency);
    }

    void rest() {
        measuring = Optional.empty();
    }
}
