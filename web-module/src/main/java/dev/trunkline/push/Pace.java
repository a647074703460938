package dev.trunkline.push;

import java.time.Duration;

/** So many a second, and after a silence those of the last seconds at once. */
final class Pace {
    /** How many seconds' worth may come together. */
    private static final int BURST_SECONDS = 5;

    private static final double NANOS = 1e9;

    private final int perSecond;
    private double left;
    private long at;

    Pace(int perSecond, long now) {
        this.perSecond = perSecond;
        this.left = (double) perSecond * BURST_SECONDS;
        this.at = now;
    }

    void count(int passed) {
        left -= passed;
    }

    /** How long to wait until the next may come. @param now of {@link System#nanoTime()} */
    Duration pause(long now) {
        left = Math.min((double) perSecond * BURST_SECONDS, left + (now - at) / NANOS * perSecond);
        at = now;
        return left >= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(-left * 1_000 / perSecond));
    }
}
