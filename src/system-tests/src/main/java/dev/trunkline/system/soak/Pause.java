package dev.trunkline.system.soak;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets time pass: under fire that is the work. */
final class Pause {
    private static final long POLL_NANOS = 50_000_000;
    private static final double NANOS = 1e9;

    private Pause() {}

    static void seconds(double seconds) {
        until(seconds, () -> false);
    }

    /** @return whether it came within that time */
    static boolean until(double seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + Math.round(seconds * NANOS);
        while (!condition.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(Math.min(left, POLL_NANOS));
        }
        return true;
    }
}
