package dev.trunkline.threads;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets only so many tasks run at once on threads that belong to all; the others wait, and none is refused. Payara refuses an executor
 * that a library of a WAR defines, so that a pool of our own is not to be had; and its own refuses what comes when all its threads (200
 * on Micro) are busy.
 */
public final class Turns implements Executor {
    private final Executor threads;
    private final int atOnce;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    public Turns(Executor threads, int atOnce) {
        this.threads = threads;
        this.atOnce = atOnce;
    }

    /** @throws RejectedExecutionException if there is no thread for it, nor one at work that would come to it */
    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        try {
            start();
        } catch (RejectedExecutionException noThread) {
            if (running.get() == 0 && waiting.remove(task)) {
                throw noThread;
            }
        }
    }

    private void start() {
        if (running.incrementAndGet() > atOnce) {
            running.decrementAndGet();
            return;
        }
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException noThread) {
            running.decrementAndGet();
            throw noThread;
        }
    }

    private void work() {
        try {
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
            }
        } finally {
            running.decrementAndGet();
            // One may have come after the last look and have found all turns taken.
            if (!waiting.isEmpty()) {
                start();
            }
        }
    }
}
