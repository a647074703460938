package dev.trunkline.port.stream;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a connection on which we speak at an interval lives, and whether it tells anything: an answer proves the first and not the second.
 * Safe for threads: a lane that is behind says nothing of the connection, and must not keep us from giving a sign of life.
 */
public final class Pulse {
    private final Duration interval;
    private final Duration within;
    private final LongSupplier clock;
    private long pingedAt;
    /** Of the oldest that is not answered. */
    private long waitsSince;

    private boolean waits;
    private long newsAt;

    /** @param interval of our pings @param within a dead one is known so long after the first that was not answered */
    public Pulse(Duration interval, Duration within, LongSupplier clock) {
        this.interval = interval;
        this.within = within;
        this.clock = clock;
        begin();
    }

    /** Another connection. */
    public synchronized void begin() {
        pingedAt = clock.getAsLong() - interval.toNanos();
        waits = false;
        news();
    }

    /** So often it must be looked. */
    public Duration tick() {
        Duration shorter = interval.compareTo(within) < 0 ? interval : within;
        return shorter.dividedBy(2).plusMillis(1);
    }

    /** Anything at all was heard. */
    public synchronized void heard() {
        waits = false;
    }

    /** It was about the agent or his calls, or they were read. */
    public synchronized void news() {
        newsAt = clock.getAsLong();
    }

    /** For so long no ping was answered. */
    public synchronized boolean dead() {
        return waits && passed(waitsSince, within);
    }

    /** It is time for a ping; true once. */
    public synchronized boolean due() {
        boolean due = passed(pingedAt, interval);
        if (due) {
            pingedAt = clock.getAsLong();
            waitsSince = waits ? waitsSince : pingedAt;
            waits = true;
        }
        return due;
    }

    /** Nothing that matters was heard for so long. */
    public synchronized boolean silent(Duration time) {
        return passed(newsAt, time);
    }

    private boolean passed(long since, Duration time) {
        return clock.getAsLong() - since >= time.toNanos();
    }
}
