package dev.trunkline.system.soak;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** How long it took from the platform's change to the frame at the client, while it is switched on. */
final class Latency implements Meter.Measure {
    private static final int FIRST_SIZE = 4_096;
    private static final double MICROS = 1e3;

    private final Set<String> without;
    private long[] micros = new long[FIRST_SIZE];
    private int count;

    /** @param without agents who do not count */
    Latency(Set<String> without) {
        this.without = without;
    }

    @Override
    public synchronized void add(Seat seat, long took) {
        if (without.contains(seat.name())) {
            return;
        }
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, 2 * count);
        }
        micros[count++] = took;
    }

    synchronized int count() {
        return count;
    }

    /** In milliseconds. @param share for example 0.99 */
    synchronized double at(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, Math.round(share * count))] / MICROS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f ms of %d",
                at(0.5),
                at(0.99),
                at(0.999),
                at(1),
                count());
    }
}
