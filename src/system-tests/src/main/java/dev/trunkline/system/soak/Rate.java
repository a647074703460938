package dev.trunkline.system.soak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Changes of the platform that were heard, each second; the middle of what it sees is the rate. */
final class Rate {
    private final Deque<Long> seconds = new ArrayDeque<>();
    private final Meter meter;
    private final ScheduledFuture<?> ticking;
    private long before;

    Rate(Meter meter, ScheduledExecutorService clock) {
        this.meter = meter;
        this.before = meter.changes();
        this.ticking = clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private synchronized void tick() {
        long now = meter.changes();
        seconds.add(now - before);
        before = now;
    }

    /** Ends it. */
    synchronized double median() {
        ticking.cancel(false);
        return seconds.stream()
                .sorted()
                .skip(seconds.size() / 2)
                .findFirst()
                .map(Long::doubleValue)
                .orElse(0.0);
    }
}
