package dev.trunkline.threads;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for work on another thread, but not for ever; the work goes on there when nobody waits any more. */
public final class Limited {
    private Limited() {}

    /** @throws TimeoutException if it is not done by then; whatever the work throws comes through */
    public static <T> T within(Duration longest, Future<T> work) throws TimeoutException {
        try {
            return work.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
