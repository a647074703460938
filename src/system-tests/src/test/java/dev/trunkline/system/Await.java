package dev.trunkline.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition; the limit is only there so that a test that will never pass ends. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        until(() -> what, condition);
    }

    /** @param what asked for only if it never comes, so that it can say what came instead */
    public static void until(Supplier<String> what, BooleanSupplier condition) {
        if (!comesWithin(LIMIT, condition)) {
            throw new AssertionError("this never came: " + what.get());
        }
    }

    /** For what the contract promises within a time. */
    public static boolean comesWithin(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
