package dev.trunkline.event;

import dev.trunkline.event.Change.Alongside;
import dev.trunkline.store.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one that writes the log: takes what waits into one commit, so that changes under load share it, and tells it when it is
 * stored. While the database is away it waits with all that it was handed, in order and up to a bound; only what the database
 * refuses though it is there is given up.
 */
final class Writer {
    private static final Logger LOG = Logger.getLogger(Writer.class.getName());
    private static final int MOST_IN_A_COMMIT = 256;
    /** Under load a commit waits this long for company. */
    private static final long COLLECT_MICROS = 2_000;

    private static final long PAUSE_MILLIS = 1_000;
    /** So often a commit is tried by a database that takes other writes meanwhile: one that it cannot take must not stop the log for ever. */
    private static final int MOST_DOUBTS = 60;

    private final Supplier<EventStore> store;
    private final Intake intake;
    private final Consumer<StoredEvent> listeners;
    private final Executor threads;
    private final BlockingQueue<Batch> waiting;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param capacity how much may wait */
    Writer(Supplier<EventStore> store, Intake intake, Consumer<StoredEvent> listeners, Executor threads, int capacity) {
        this.store = store;
        this.intake = intake;
        this.listeners = listeners;
        this.threads = threads;
        this.waiting = new ArrayBlockingQueue<>(capacity);
    }

    /** What was handed in together. @param since when, of {@link System#nanoTime()} */
    private record Batch(
            List<Change> changes, List<Alongside> writes, long since, CompletableFuture<List<StoredEvent>> stored) {}

    /** Never waits: what finds no place is given up at once. */
    CompletableFuture<List<StoredEvent>> take(List<Change> changes, List<Alongside> writes) {
        Batch batch = new Batch(changes, writes, System.nanoTime(), new CompletableFuture<>());
        if (waiting.offer(batch)) {
            wake();
        } else {
            intake.letGo();
            batch.stored.completeExceptionally(new RejectedExecutionException("too much waits for the database"));
        }
        return batch.stored;
    }

    private OptionalLong oldest() {
        Batch next = waiting.peek();
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.since);
    }

    /** Whether nothing waits. */
    boolean idle() {
        return waiting.isEmpty();
    }

    void close() {
        closing.countDown();
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    /** The writer runs while there is work and lets its thread go when there is none. */
    private void wake() {
        if (!closed() && writing.compareAndSet(false, true)) {
            try {
                threads.execute(this::write);
            } catch (RejectedExecutionException noThread) {
                // Whoever hands something in next tries again, the log's own look each second at the latest.
                writing.set(false);
                LOG.log(Level.WARNING, "No thread to write the log with; it is tried again", noThread);
            }
        }
    }

    private void write() {
        try {
            boolean busy = false;
            List<Batch> batches = new ArrayList<>();
            while (!closed() && collect(batches, busy)) {
                busy = batches.size() > 1;
                commit(batches);
                batches.clear();
            }
        } finally {
            writing.set(false);
            if (!waiting.isEmpty()) {
                wake();
            }
        }
    }

    private boolean collect(List<Batch> batches, boolean busy) {
        try {
            Batch first = waiting.poll(1, TimeUnit.SECONDS);
            if (first == null) {
                return false;
            }
            batches.add(first);
            if (busy) {
                long until = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(COLLECT_MICROS);
                for (Batch next = first; next != null && batches.size() < MOST_IN_A_COMMIT; ) {
                    next = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                    if (next != null) {
                        batches.add(next);
                    }
                }
            }
            waiting.drainTo(batches, MOST_IN_A_COMMIT - batches.size());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void commit(List<Batch> batches) {
        Attempt attempt = new Attempt(
                batches.stream().flatMap(batch -> batch.changes.stream()).toList(),
                batches.stream().flatMap(batch -> batch.writes.stream()).toList());
        long since = batches.get(0).since;
        RuntimeException failed = tried(attempt, batches, since);
        while (failed != null && worthAnotherTry(attempt, failed, since)) {
            failed = tried(attempt, batches, since);
        }
        if (failed != null) {
            giveUp(batches, failed);
        }
    }

    /** @return what kept it from being stored, or null */
    private RuntimeException tried(Attempt attempt, List<Batch> batches, long since) {
        try {
            intake.trying(since);
            List<StoredEvent> stored = store.get().append(attempt);
            intake.answered(oldest());
            tell(batches, stored);
            return null;
        } catch (RuntimeException failed) {
            return failed;
        }
    }

    private boolean worthAnotherTry(Attempt attempt, RuntimeException failed, long since) {
        if (!Outage.in(failed)) {
            intake.answered(oldest());
            return attempt.lookAgain();
        }
        int doubts = attempt.doubt();
        if (doubts > MOST_DOUBTS) {
            return false;
        }
        // A connection may have died alone; only when that is not all, there is a pause.
        return doubts == 1 && beats(since) == null || comesBack(failed, since);
    }

    /** Waits for a database that takes a write. @return false if we close before that */
    private boolean comesBack(RuntimeException failed, long since) {
        try {
            for (RuntimeException why = failed; why != null; why = beats(since)) {
                intake.failed(why);
                if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return what keeps the database from it, or null */
    private RuntimeException beats(long since) {
        try {
            intake.trying(since);
            store.get().beat();
            return null;
        } catch (RuntimeException away) {
            return away;
        }
    }

    private void tell(List<Batch> batches, List<StoredEvent> stored) {
        int from = 0;
        for (Batch batch : batches) {
            List<StoredEvent> own = stored.subList(from, from + batch.changes.size());
            from += batch.changes.size();
            own.forEach(this::tell);
            batch.stored.complete(own);
        }
    }

    private void tell(StoredEvent event) {
        try {
            listeners.accept(event);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A listener failed on event " + event.seq() + " of " + event.key(), fault);
        }
    }

    /** One change that cannot be stored must not take the others of its commit with it. */
    private void giveUp(List<Batch> batches, RuntimeException failed) {
        if (batches.size() == 1 || closed()) {
            LOG.log(Level.WARNING, "Events could not be stored", failed);
            batches.forEach(batch -> batch.stored.completeExceptionally(failed));
        } else {
            batches.forEach(batch -> commit(List.of(batch)));
        }
    }
}
