package dev.trunkline.vendor.five9;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the connection lives, and whether it tells anything: a pong proves the first and not the second (sheet 5.2, 5.6). Used on the lane
 * only.
 */
final class Five9Pulse {
    private final Duration interval;
    private final Duration within;
    private final LongSupplier clock;
    private long pingedAt;
    /** Of the oldest that is not answered. */
    private long waitsSince;

    private boolean waits;
    private long newsAt;

    Five9Pulse(Duration interval, Duration within, LongSupplier clock) {
        this.interval = interval;
        this.within = within;
        this.clock = clock;
        begin();
    }

    /** Another connection. */
    void begin() {
        pingedAt = clock.getAsLong() - interval.toNanos();
        waits = false;
        news();
    }

    /** So often it must be looked. */
    Duration tick() {
        Duration shorter = interval.compareTo(within) < 0 ? interval : within;
        return shorter.dividedBy(2).plusMillis(1);
    }

    /** Anything at all was heard. */
    void heard() {
        waits = false;
    }

    /** It was about the agent or his calls, or they were read. */
    void news() {
        newsAt = clock.getAsLong();
    }

    boolean dead() {
        return waits && passed(waitsSince, within);
    }

    /** It is time for a ping; true once. */
    boolean due() {
        boolean due = passed(pingedAt, interval);
        if (due) {
            pingedAt = clock.getAsLong();
            waitsSince = waits ? waitsSince : pingedAt;
            waits = true;
        }
        return due;
    }

    /** Nothing that matters was heard for so long. */
    boolean silent(Duration time) {
        return passed(newsAt, time);
    }

    private boolean passed(long since, Duration time) {
        return clock.getAsLong() - since >= time.toNanos();
    }
}
