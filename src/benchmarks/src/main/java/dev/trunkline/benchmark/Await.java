package dev.trunkline.benchmark;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, but not for ever. */
final class Await {
    private static final Duration POLL = Duration.ofMillis(20);

    private Await() {}

    /** @return whether it came true in this time */
    static boolean within(Duration longest, BooleanSupplier condition) {
        long until = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /** Fails with what was waited for. */
    static void until(String what, Duration longest, BooleanSupplier condition) {
        if (!within(longest, condition)) {
            throw new BenchmarkException("waited " + longest.toSeconds() + " s in vain for: " + what);
        }
    }

    /** Lets a measurement run. */
    static void passing(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        within(time.plus(POLL), () -> System.nanoTime() >= until);
    }
}
