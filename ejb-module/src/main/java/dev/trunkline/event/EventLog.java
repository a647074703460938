package dev.trunkline.event;

import dev.trunkline.event.Change.Alongside;
import dev.trunkline.model.AgentKey;
import dev.trunkline.owner.Owner;
import dev.trunkline.store.Disk;
import dev.trunkline.threads.ServerThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Numbers, stores, then tells; and reads again what was told. */
@ApplicationScoped
public class EventLog {
    private static final Logger LOG = Logger.getLogger(EventLog.class.getName());
    private static final int MOST_WAITING = 10_000;

    private final Jdbi jdbi;
    private final Owner owner;
    private final Intake intake;
    private final Supplier<Optional<String>> shortage;
    private final Writer writer;
    private EventStore store;

    /** For the container's proxies. */
    protected EventLog() {
        this(null, null, null, null);
    }

    @Inject
    EventLog(
            Jdbi jdbi,
            Owner owner,
            Intake intake,
            Disk disk,
            Event<CallChanged> listeners,
            ServerThreads threads,
            LogSettings settings) {
        this(jdbi, owner, intake, disk::shortage, listeners::fire, threads.workers(), settings.mostWaiting());
        intake.patience(settings.slowAfter());
    }

    /** Outside a container. */
    public EventLog(Jdbi jdbi, Owner owner, Consumer<CallChanged> listeners, Executor threads) {
        this(jdbi, owner, listeners, threads, MOST_WAITING);
    }

    /** Outside a container. @param mostWaiting so much waits for a database that is away */
    public EventLog(Jdbi jdbi, Owner owner, Consumer<CallChanged> listeners, Executor threads, int mostWaiting) {
        this(jdbi, owner, new Intake(), Optional::empty, listeners, threads, mostWaiting);
    }

    EventLog(
            Jdbi jdbi,
            Owner owner,
            Intake intake,
            Supplier<Optional<String>> shortage,
            Consumer<CallChanged> listeners,
            Executor threads,
            int mostWaiting) {
        this.jdbi = jdbi;
        this.owner = owner;
        this.intake = intake;
        this.shortage = shortage;
        this.writer = new Writer(
                this::store, intake, event -> listeners.accept(new CallChanged(event)), threads, mostWaiting);
    }

    /** Made on first use, when the database has its schema. */
    private synchronized EventStore store() {
        if (store == null) {
            store = new EventStore(jdbi, owner);
        }
        return store;
    }

    /** How the log stands. */
    public Intake intake() {
        return intake;
    }

    /**
     * Stores these changes in this order, then tells them to all listeners. The answer comes when they are stored, or with what
     * kept them from it; changes that were handed in one after the other are stored in that order. Nobody waits here: while the
     * database is away what is handed in waits for it, and beyond a bound it is given up.
     */
    public CompletableFuture<List<StoredEvent>> append(List<Change> changes) {
        return writer.take(changes, List.of());
    }

    /** Writes what tells nobody anything, in its turn among the changes. It may be written twice. */
    public CompletableFuture<List<StoredEvent>> write(Alongside write) {
        return writer.take(List.of(), List.of(write));
    }

    /** Called again and again, so that we know how the database is also where nobody wants anything of it. */
    public void tend() {
        intake.disk(shortage.get());
        if (writer.idle()) {
            write(intake.slow() ? EventStore::beat : EventStore::look);
        }
    }

    /** Somebody found the database out of order: it is asked at once whether it takes a write. */
    public void doubt() {
        // Who waits already will find out by himself.
        if (writer.idle()) {
            write(EventStore::beat);
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
        writer.close();
    }
}
