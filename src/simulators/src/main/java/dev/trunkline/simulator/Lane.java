package dev.trunkline.simulator;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One thread that does everything of one platform in order, now or later: what lives on it needs no lock. */
public final class Lane implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lane.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ScheduledThreadPoolExecutor executor;

    public Lane(String name) {
        executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Does it in turn and waits for what comes out. Not for code that is on the lane already. */
    public <T> T ask(Callable<T> question) {
        Future<T> answer = executor.submit(question);
        try {
            return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (CancellationException | TimeoutException e) {
            throw new IllegalStateException("The platform is closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the platform", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    public void run(Runnable task) {
        executor.execute(guarded(task));
    }

    public ScheduledFuture<?> after(Duration delay, Runnable task) {
        return executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    public ScheduledFuture<?> every(Duration period, Runnable task) {
        return executor.scheduleAtFixedRate(guarded(task), 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A simulated platform stumbled", e);
            }
        };
    }

    @Override
    public void close() {
        executor.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(true));
    }
}
