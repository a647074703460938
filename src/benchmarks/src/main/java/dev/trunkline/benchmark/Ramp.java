package dev.trunkline.benchmark;

import java.time.Duration;
import java.util.Locale;

/** More and more events a second until they come late. */
final class Ramp {
    private static final int FIRST = 800;
    private static final int LAST = 20_000;
    private static final double STEP = 1.25;
    private static final int TENS = 10;
    private static final double LATE = 50;
    private static final double MOST_SECONDS = 6;

    private Ramp() {}

    static void measure(Stage stage, Settings settings, Report report) {
        Duration each =
                Duration.ofMillis((long) (Math.min(MOST_SECONDS, settings.each().toMillis() / 1e3) * 1e3));
        Observed best = null;
        Observed worst = null;
        for (double rate = FIRST; worst == null && rate < LAST; rate *= STEP) {
            Observed seen = stage.watch().at((int) Math.round(rate / TENS) * TENS, each, stage.changes());
            report.say(seen.asked() + "/s: " + seen.latency() + "; " + seen.load());
            if (seen.complete() && seen.latencies().millis(99) <= LATE) {
                best = seen;
            } else {
                worst = seen;
            }
        }
        report.add(Figure.told(
                "events/s, each stored and pushed, with p99 <= 50 ms",
                best == null
                        ? "fewer than " + FIRST
                        : String.format(
                                Locale.ROOT,
                                "%d (p99 %.0f ms; %s; %.0f events for a processor second)",
                                best.asked(),
                                best.latencies().millis(99),
                                best.load(),
                                best.perCpuSecond())));
        if (worst != null) {
            report.add(Figure.told("beyond it, at " + worst.asked() + "/s", worst.latency() + "; " + worst.load()));
        }
    }
}
