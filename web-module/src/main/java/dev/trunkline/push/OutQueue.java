package dev.trunkline.push;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What waits for one listener: bounded, and one send in flight. */
final class OutQueue {
    private final Sink sink;
    private final int capacity;
    private final Runnable drained;
    private final Runnable lost;
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private boolean sending;
    private long sendingSince;
    private boolean closed;

    /**
     * @param drained told when little waits any more
     * @param lost told when a send failed: the other side is gone
     */
    OutQueue(Sink sink, int capacity, Runnable drained, Runnable lost) {
        this.sink = sink;
        this.capacity = capacity;
        this.drained = drained;
        this.lost = lost;
    }

    /** False if there is no room: the listener is too slow. */
    synchronized boolean add(Outgoing message) {
        if (closed) {
            return true;
        }
        if (waiting.size() >= capacity) {
            return false;
        }
        waiting.add(message);
        return true;
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Whether a page more would be more than is needed to keep the sender busy. */
    synchronized boolean nearlyEmpty() {
        return waiting.size() <= capacity / 10;
    }

    /** Nanoseconds that the present send has taken, 0 if there is none. */
    synchronized long sendingFor(long now) {
        return sending ? now - sendingSince : 0;
    }

    synchronized boolean idle() {
        return !sending && waiting.isEmpty();
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    /** Sends what waits, as far as the client takes it; never called while a lock of ours is held. */
    void pump() {
        Optional<Outgoing> next = next();
        while (next.isPresent()) {
            // Whoever comes second goes on: this loop if the send was done at once (no recursion), else the one who
            // completes it.
            AtomicBoolean first = new AtomicBoolean(true);
            sink.send(next.get(), sent -> {
                finished(sent);
                if (!first.getAndSet(false)) {
                    pump();
                }
            });
            next = first.getAndSet(false) ? Optional.empty() : next();
        }
    }

    private synchronized Optional<Outgoing> next() {
        if (sending || closed || waiting.isEmpty()) {
            return Optional.empty();
        }
        sending = true;
        sendingSince = System.nanoTime();
        return Optional.of(waiting.poll());
    }

    private void finished(boolean sent) {
        boolean low;
        synchronized (this) {
            sending = false;
            low = waiting.size() <= capacity / 10;
        }
        if (!sent) {
            lost.run();
        } else if (low) {
            drained.run();
        }
    }
}
