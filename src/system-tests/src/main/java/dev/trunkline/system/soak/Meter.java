package dev.trunkline.system.soak;

import dev.trunkline.system.load.Frame;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is heard by all, and hands latencies to whoever measures now. */
final class Meter {
    /** In microseconds, as all here. */
    private static final long ABREAST = 500_000;

    private static final long SILENT = 3_000_000;
    /** What one more weighs in the mean: the last fifty count, for one agent may be abreast while others are far behind. */
    private static final double WEIGHT = 0.02;

    private final AtomicLong events = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private double behind;
    private long heardAt;
    private volatile Optional<Measure> measuring = Optional.empty();

    /** Who is told how long a change took to whoever hears it. */
    @FunctionalInterface
    interface Measure {
        /** @param micros from the platform's change to the frame at the client */
        void add(Seat seat, long micros);
    }

    void heard(Seat seat, Heard heard, boolean freshChange) {
        events.incrementAndGet();
        if (freshChange) {
            changes.incrementAndGet();
            long took = heard.micros() - heard.changedAt();
            keep(took, heard.micros());
            measuring.ifPresent(measure -> measure.add(seat, took));
        }
    }

    private synchronized void keep(long took, long now) {
        behind += WEIGHT * (took - behind);
        heardAt = now;
    }

    /** All numbered messages. */
    long events() {
        return events.get();
    }

    /** Those that a burst of the platform caused. */
    long changes() {
        return changes.get();
    }

    /** Whether what was heard lately had only just changed, if anything is heard at all. */
    synchronized boolean isAbreast() {
        return behind < ABREAST || Frame.nowMicros() - heardAt >= SILENT;
    }

    void measure(Measure measure) {
        measuring = Optional.of(measure);
    }

    void rest() {
        measuring = Optional.empty();
    }
}
