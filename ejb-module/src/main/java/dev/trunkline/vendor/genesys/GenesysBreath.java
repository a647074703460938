package dev.trunkline.vendor.genesys;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whatever asks for a reading, the platform is not read again and again: after two in a short time the next one waits. */
final class GenesysBreath {
    private static final Duration TWO_IN = Duration.ofSeconds(3);

    private final LongSupplier clock;
    private long last;
    private long beforeLast;

    GenesysBreath(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong() - TWO_IN.toNanos();
        this.beforeLast = last;
    }

    void taken() {
        beforeLast = last;
        last = clock.getAsLong();
    }

    boolean out() {
        return clock.getAsLong() - beforeLast < TWO_IN.toNanos();
    }
}
