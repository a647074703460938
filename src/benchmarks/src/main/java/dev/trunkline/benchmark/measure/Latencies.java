package dev.trunkline.benchmark.measure;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** How long many things of one kind took. */
public final class Latencies {
    private static final long LONGEST = 3_600_000_000L;
    private static final int DIGITS = 3;
    private static final double MICROS_A_MILLI = 1e3;

    private final Histogram micros = new SynchronizedHistogram(LONGEST, DIGITS);

    /** Two clocks of one machine may differ by less than it matters, but a time is never negative. */
    public void add(long tookMicros) {
        micros.recordValue(Math.max(0, Math.min(tookMicros, LONGEST)));
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** Milliseconds that so many percent of all stayed below. */
    public double millis(double percent) {
        return micros.getValueAtPercentile(percent) / MICROS_A_MILLI;
    }
}
