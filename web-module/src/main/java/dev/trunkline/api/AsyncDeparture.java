package dev.trunkline.api;

import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Dispatches or completes an asynchronous request once. Payara (6.2025.10) loses, without a word, a dispatch that another thread asks
 * for just while the first thread leaves the container. So the first thread waits a moment, within which nearly every body comes, and
 * asks itself; what comes later is asked for a while after the first thread has certainly left.
 */
final class AsyncDeparture {
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration MARGIN = Duration.ofMillis(50);

    private final AsyncContext context;
    private final ScheduledExecutorService clock;
    private Optional<Consumer<AsyncContext>> wanted = Optional.empty();
    private boolean firstThreadLeaves;
    private boolean over;

    AsyncDeparture(AsyncContext context, ScheduledExecutorService clock) {
        this.context = context;
        this.clock = clock;
    }

    /** On any thread; only the first call counts. */
    synchronized void go(Consumer<AsyncContext> how) {
        if (over || wanted.isPresent()) {
            return;
        }
        wanted = Optional.of(how);
        if (firstThreadLeaves) {
            later(this::goWhenLeft);
        } else {
            notifyAll();
        }
    }

    /** On the first thread, before it returns to the container. */
    synchronized void leave() {
        long end = System.nanoTime() + MOMENT.toNanos();
        try {
            for (long left = MOMENT.toNanos(); wanted.isEmpty() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        firstThreadLeaves = true;
        goNow();
    }

    /** @return false if it is on its way already */
    synchronized boolean cancel() {
        boolean still = !over && wanted.isEmpty();
        over = true;
        return still;
    }

    private void goWhenLeft() {
        later(firstThreadHasLeft() ? this::goNow : this::goWhenLeft);
    }

    private synchronized void goNow() {
        if (!over) {
            wanted.ifPresent(how -> {
                over = true;
                how.accept(context);
            });
        }
    }

    /** From then on the container refuses to be configured. */
    private boolean firstThreadHasLeft() {
        try {
            context.setTimeout(context.getTimeout());
            return false;
        } catch (IllegalStateException left) {
            return true;
        }
    }

    private void later(Runnable task) {
        clock.schedule(task, MARGIN.toMillis(), TimeUnit.MILLISECONDS);
    }
}
