package dev.trunkline.vendor.genesys;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether a connection lives, by what was heard on it (sheet 5.5): the server says something every 30 s. Used on the lane only. */
final class GenesysPulse {
    private final Duration silence;
    private final Duration pongTimeout;
    private final LongSupplier clock;
    private long heardAt;
    private boolean asked;
    private long askedAt;

    GenesysPulse(Duration silence, Duration pongTimeout, LongSupplier clock) {
        this.silence = silence;
        this.pongTimeout = pongTimeout;
        this.clock = clock;
        heard();
    }

    /** Anything at all. */
    void heard() {
        heardAt = clock.getAsLong();
        asked = false;
    }

    /** It was asked for a sign of life, and gave none. */
    boolean dead() {
        return asked && passed(askedAt, pongTimeout);
    }

    /** It is time to ask for one; true once. */
    boolean silent() {
        boolean ask = !asked && passed(heardAt, silence);
        if (ask) {
            asked = true;
            askedAt = clock.getAsLong();
        }
        return ask;
    }

    private boolean passed(long since, Duration time) {
        return clock.getAsLong() - since > time.toNanos();
    }
}
