package dev.trunkline.push;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets only so many tasks run at once on threads that belong to all. Payara refuses an executor that a library of a WAR defines, so
 * that a pool of our own is not to be had.
 */
final class Turns implements Executor {
    private final Executor threads;
    private final int atOnce;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    Turns(Executor threads, int atOnce) {
        this.threads = threads;
        this.atOnce = atOnce;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        start();
    }

    private void start() {
        if (running.incrementAndGet() <= atOnce) {
            threads.execute(this::work);
        } else {
            running.decrementAndGet();
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
