package dev.trunkline.benchmark;

import dev.trunkline.benchmark.measure.Latencies;
import java.util.Locale;

/** How long many dials took from their request on. @param placed until the platform had the call, by its own books */
record Dials(Latencies placed, Latencies answered, Latencies told) {
    Dials() {
        this(new Latencies(), new Latencies(), new Latencies());
    }

    /** @param placedMicros since 1970 @return how long it took until then */
    long add(Dial dial, long placedMicros) {
        long untilPlaced = placedMicros - dial.begun();
        placed.add(untilPlaced);
        answered.add(dial.untilAnswered());
        told.add(dial.untilTold());
        return untilPlaced;
    }

    /** @param answer what is answered */
    String of(String answer) {
        return of(placed) + "; " + answer + " " + of(answered) + "; first event " + of(told);
    }

    private static String of(Latencies latencies) {
        return String.format(Locale.ROOT, "p50 %.1f, p99 %.1f ms", latencies.millis(50), latencies.millis(99));
    }

    /** What one way takes more than another. @param byPairs the differences one by one */
    static String more(Latencies one, Latencies other, Latencies byPairs) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p99 %.1f ms (ratio %.1f and %.1f); by pairs %s",
                one.millis(50) - other.millis(50),
                one.millis(99) - other.millis(99),
                one.millis(50) / other.millis(50),
                one.millis(99) / other.millis(99),
                of(byPairs));
    }
}
