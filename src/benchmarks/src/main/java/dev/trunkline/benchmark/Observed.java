package dev.trunkline.benchmark;

import dev.trunkline.benchmark.measure.Latencies;
import java.util.Locale;

/**
 * What was seen at one rate.
 *
 * @param asked frames a second that were asked for
 * @param seconds how long it was watched
 * @param frames that were made meanwhile and have come
 * @param cpu processor seconds that the server used meanwhile
 * @param around processor seconds of everything else that is ours: platform, client
 */
record Observed(int asked, double seconds, long frames, Latencies latencies, double cpu, double around) {
    double perSecond() {
        return frames / seconds;
    }

    double perCpuSecond() {
        return cpu <= 0 ? 0 : frames / cpu;
    }

    /** Whether what was asked for came, give or take what falls on the edges. */
    boolean complete() {
        return asked == 0 || perSecond() > 0.97 * asked;
    }

    String latency() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p99 %.1f, p99.9 %.1f ms%s",
                latencies.millis(50),
                latencies.millis(99),
                latencies.millis(99.9),
                complete() ? "" : String.format(Locale.ROOT, "; only %.0f/s came", perSecond()));
    }

    String load() {
        return String.format(
                Locale.ROOT, "processors: server %.2f, platform and client %.2f", cpu / seconds, around / seconds);
    }
}
