package dev.trunkline.simulator;

import java.time.Instant;

/**
 * Marks each change that a burst makes of a call, so that whoever listens can say what he missed and how long it took: {@code change 17
 * 1763722000123456 +250000} is the seventeenth of this call, made at that microsecond since 1970, so many after the one before; not longer
 * than a call variable may be. On the lane.
 */
public final class BurstMark {
    private static final long MILLION = 1_000_000;
    private static final int MICRO = 1_000;

    private long changes;
    private long last;

    public long changes() {
        return changes;
    }

    public String next(Instant now) {
        long micros = now.getEpochSecond() * MILLION + now.getNano() / MICRO;
        long since = changes == 0 ? 0 : micros - last;
        changes++;
        last = micros;
        return "change " + changes + " " + micros + " +" + since;
    }
}
