package dev.trunkline.port.stream;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whatever asks for a reading, the platform is not read again and again: after two in a short time the next one waits. */
public final class Breath {
    private static final Duration TWO_IN = Duration.ofSeconds(3);

    private final LongSupplier clock;
    private long last;
    private long beforeLast;

    public Breath(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong() - TWO_IN.toNanos();
        this.beforeLast = last;
    }

    public void taken() {
        beforeLast = last;
        last = clock.getAsLong();
    }

    public boolean out() {
        return clock.getAsLong() - beforeLast < TWO_IN.toNanos();
    }
}
