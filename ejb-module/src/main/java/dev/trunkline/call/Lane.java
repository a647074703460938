package dev.trunkline.call;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An ordered, bounded queue of work for one agent on one platform, on threads that it shares with all others: what is put in runs
 * one after the other, and a lane without work holds no thread.
 */
public final class Lane implements Executor {
    private static final Logger LOG = Logger.getLogger(Lane.class.getName());

    private final String name;
    private final Executor threads;
    private final int capacity;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    public Lane(String name, Executor threads, int capacity) {
        this.name = name;
        this.threads = threads;
        this.capacity = capacity;
    }

    /** Whether one more would be taken now. */
    public synchronized boolean hasRoom() {
        return waiting.size() < capacity;
    }

    @Override
    public synchronized void execute(Runnable work) {
        if (waiting.size() >= capacity) {
            throw new RejectedExecutionException("lane " + name + " is full");
        }
        waiting.add(work);
        if (!running) {
            start(work);
        }
    }

    /** Without a thread the work is not taken, and the next one is tried again: a lane must not wait for a thread that it never got. */
    private void start(Runnable work) {
        try {
            threads.execute(this::run);
            running = true;
        } catch (RejectedExecutionException noThread) {
            waiting.remove(work);
            throw noThread;
        }
    }

    private void run() {
        for (Runnable work = next(); work != null; work = next()) {
            try {
                work.run();
            } catch (RuntimeException fault) {
                LOG.log(Level.WARNING, "Work on lane " + name + " failed", fault);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable work = waiting.poll();
        running = work != null;
        return work;
    }
}
