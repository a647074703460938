package dev.trunkline.event;

import dev.trunkline.model.AgentKey;
import dev.trunkline.owner.Owner;
import dev.trunkline.threads.ServerThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Numbers, stores, then tells. One writer takes what waits into one commit, so that changes under load share it.
 */
@ApplicationScoped
public class EventLog {
    private static final Logger LOG = Logger.getLogger(EventLog.class.getName());
    private static final int MOST_IN_A_COMMIT = 256;
    private static final int MOST_WAITING = 10_000;
    /** Under load a commit waits this long for company. */
    private static final long COLLECT_MICROS = 2_000;

    private final Jdbi jdbi;
    private final Owner owner;
    private final Consumer<CallChanged> listeners;

    private final Executor threads;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile boolean closed;
    private EventStore store;

    /** For the container's proxies. */
    protected EventLog() {
        this(null, null, (Consumer<CallChanged>) null, null);
    }

    @Inject
    EventLog(Jdbi jdbi, Owner owner, Event<CallChanged> listeners, ServerThreads threads) {
        this(jdbi, owner, listeners::fire, threads.workers());
    }

    /** Outside a container. */
    public EventLog(Jdbi jdbi, Owner owner, Consumer<CallChanged> listeners, Executor threads) {
        this.jdbi = jdbi;
        this.owner = owner;
        this.listeners = listeners;
        this.threads = threads;
    }

    private record Batch(List<Change> changes, CompletableFuture<List<StoredEvent>> stored) {}

    /** Made on first use, when the database has its schema. */
    private synchronized EventStore store() {
        if (store == null) {
            store = new EventStore(jdbi, owner);
        }
        return store;
    }

    /**
     * Stores these changes in this order, then tells them to all listeners. The answer comes when they are stored, or with what
     * kept them from it; changes that were handed in one after the other are stored in that order.
     */
    public CompletableFuture<List<StoredEvent>> append(List<Change> changes) {
        Batch batch = new Batch(changes, new CompletableFuture<>());
        try {
            waiting.put(batch);
            wake();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            batch.stored.completeExceptionally(stopped);
        }
        return batch.stored;
    }

    /** The writer runs while there is work and lets its thread go when there is none. */
    private void wake() {
        if (!closed && writing.compareAndSet(false, true)) {
            threads.execute(this::write);
        }
    }

    private void write() {
        try {
            boolean busy = false;
            List<Batch> batches = new ArrayList<>();
            while (collect(batches, busy)) {
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
        try {
            List<StoredEvent> stored = store().append(batches.stream()
                    .flatMap(batch -> batch.changes.stream())
                    .toList());
            int from = 0;
            for (Batch batch : batches) {
                List<StoredEvent> own = stored.subList(from, from + batch.changes.size());
                from += batch.changes.size();
                own.forEach(this::tell);
                batch.stored.complete(own);
            }
        } catch (RuntimeException failed) {
            settleOneByOne(batches, failed);
        }
    }

    /** One change that cannot be stored must not take the others of its commit with it. */
    private void settleOneByOne(List<Batch> batches, RuntimeException failed) {
        if (batches.size() == 1) {
            LOG.log(Level.WARNING, "Events could not be stored", failed);
            batches.get(0).stored.completeExceptionally(failed);
        } else {
            batches.forEach(batch -> commit(List.of(batch)));
        }
    }

    private void tell(StoredEvent event) {
        try {
            listeners.accept(new CallChanged(event));
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A listener failed on event " + event.seq() + " of " + event.key(), fault);
        }
    }

    /** Events after a number, oldest first. */
    public List<StoredEvent> page(AgentKey key, long after, int limit) {
        return store().page(key, after, limit, "");
    }

    /** Events of one call after a number, oldest first. */
    public List<StoredEvent> pageOfCall(AgentKey key, String callRef, long after, int limit) {
        return store().page(key, after, limit, callRef);
    }

    /** The last event of one call. */
    public Optional<StoredEvent> lastOfCall(AgentKey key, String callRef) {
        return store().lastOfCall(key, callRef);
    }

    /** What is kept of this agent's stream. */
    public LogRange range(AgentKey key) {
        return store().range(key);
    }

    /** Lets go of what is older than {@code maxAge}, and of the oldest beyond {@code maxBytes}. */
    public void dropOld(Duration maxAge, long maxBytes) {
        List<String> dropped = store().hours().dropOld(Instant.now().minus(maxAge), maxBytes);
        if (!dropped.isEmpty()) {
            LOG.log(Level.INFO, "Hours of the event log let go: {0}", dropped);
        }
    }

    @PreDestroy
    void close() {
        closed = true;
    }
}
