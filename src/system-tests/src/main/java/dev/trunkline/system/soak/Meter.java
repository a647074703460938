package dev.trunkline.system.soak;

import dev.trunkline.system.load.Frame;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is heard by all, and hands latencies to whoever measures now. */
final class Meter {
    private static final long SILENT = 3_000_000;

    private final AtomicLong events = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private volatile long behind;
    private volatile long heardAt;
    private volatile Optional<Latency> measuring = Optional.empty();

    void heard(String agent, Heard heard, boolean freshChange) {
        events.incrementAndGet();
        if (freshChange) {
            changes.incrementAndGet();
            long took = heard.micros() - heard.changedAt();
            behind = took;
            heardAt = heard.micros();
            measuring.ifPresent(latency -> latency.add(agent, took));
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

    /** In microseconds: how old the change was that was heard last; none is heard any more: 0. */
    long behind() {
        return Frame.nowMicros() - heardAt < SILENT ? behind : 0;
    }

    void measure(Latency latency) {
        measuring = Optional.of(latency);
    }

    void rest() {
        measuring = Optional.empty();
    }
}
