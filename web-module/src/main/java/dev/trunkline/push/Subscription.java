package dev.trunkline.push;

import dev.trunkline.event.AgentTold;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.store.Outage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One listener: read after a number, then follow. While it reads, live changes are not kept but only their highest number is noted;
 * once the log has been read that far it follows, and whenever a number is missing it reads again. So nothing comes twice, nothing
 * is left out, and however much was missed no more than a queue of it is in memory.
 */
final class Subscription {
    private static final Logger LOG = Logger.getLogger(Subscription.class.getName());
    private static final int LARGEST_PAGE = 200;

    private final Backlog backlog;
    private final ListenerForm form;
    private final Sink sink;
    private final Executor threads;
    private final Consumer<Subscription> gone;
    private final OutQueue queue;
    private final int capacity;

    /** What Register asked for, oldest first. */
    private final Deque<Span> again = new ArrayDeque<>();

    private final Deque<Held> held = new ArrayDeque<>();
    /** Everything after this number, up to {@link #position}, this connection had, or has in {@link #again}. */
    private long start;
    /** The last number that this connection had. */
    private long position;
    /** The highest number that there is. */
    private long announced;

    private boolean syncDue;
    private boolean reading;
    /** Reading stopped because the queue is full enough. */
    private boolean parked;

    private boolean ended;

    /** A message without a number that came while older changes were still being read. */
    private record Held(long after, AgentTold told) {}

    /** @param gone told once, when this ends */
    Subscription(
            Opening opening,
            Backlog backlog,
            ListenerForm form,
            Sink sink,
            Executor threads,
            PushSettings settings,
            Consumer<Subscription> gone) {
        this.backlog = backlog;
        this.form = form;
        this.sink = sink;
        this.threads = threads;
        this.gone = gone;
        this.capacity = settings.queue();
        this.queue = new OutQueue(sink, capacity, this::readOn, () -> end(Ending.LOST));
        this.position = opening.position();
        this.start = position;
        this.announced = Math.max(position, opening.range().last());
        this.syncDue = opening.outsideTheLog();
        this.reading = true;
    }

    ListenerForm form() {
        return form;
    }

    OutQueue queue() {
        return queue;
    }

    /** Reads also if nothing seems to be missed: something may have come between the opening and now. */
    void begin() {
        threads.execute(this::read);
    }

    /** A change was stored. Called in the order of the numbers. */
    void changed(StoredEvent event) {
        synchronized (this) {
            announced = Math.max(announced, event.seq());
            if (ended || reading || event.seq() <= position) {
                return;
            }
            if (event.seq() > position + 1) {
                startReading();
                return;
            }
            follow(event);
        }
        queue.pump();
    }

    /** Something without a number; it waits until the changes that came before it are out. */
    void told(AgentTold message) {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (reading) {
                hold(message);
                return;
            }
            form.of(message).ifPresent(this::add);
        }
        queue.pump();
    }

    /** An answer to this client alone; it waits for nothing but its turn. */
    void answer(Outgoing message) {
        synchronized (this) {
            add(message);
        }
        queue.pump();
    }

    /** Register with afterSeq: what this connection has not had after that number, before anything else. */
    synchronized void resume(long after, boolean outsideTheLog) {
        if (outsideTheLog) {
            syncDue = true;
        } else if (after < start) {
            again.addFirst(Span.between(after, start));
            start = after;
        }
        if (!reading && !ended) {
            startReading();
        }
    }

    void end(Ending ending) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            held.clear();
        }
        queue.close();
        LOG.log(Level.FINE, "{0}: {1}", new Object[] {sink.name(), ending});
        gone.accept(this);
        sink.close(ending);
    }

    private void hold(AgentTold message) {
        if (held.size() + queue.size() >= capacity) {
            endLater(Ending.TOO_SLOW);
        } else {
            held.add(new Held(announced, message));
        }
    }

    private void follow(StoredEvent event) {
        position = event.seq();
        form.of(event).ifPresent(this::add);
    }

    private void add(Outgoing message) {
        if (!ended && !queue.add(message)) {
            endLater(Ending.TOO_SLOW);
        }
    }

    /** Closing takes other locks than ours. */
    private void endLater(Ending ending) {
        threads.execute(() -> end(ending));
    }

    private void startReading() {
        reading = true;
        parked = false;
        threads.execute(this::read);
    }

    /** The client took most of what waited. */
    private void readOn() {
        synchronized (this) {
            if (!parked || ended) {
                return;
            }
            parked = false;
        }
        threads.execute(this::read);
    }

    private void read() {
        try {
            boolean more = true;
            while (more) {
                more = readSome();
                queue.pump();
                more = more && !park();
            }
        } catch (RuntimeException fault) {
            // A database that is away is told once, and not for each of its listeners.
            LOG.log(
                    Outage.in(fault) ? Level.FINE : Level.WARNING,
                    "The log could not be read for " + sink.name(),
                    fault);
            end(Ending.OVERLOADED);
        }
    }

    /** @return whether there is more to read now */
    private boolean readSome() {
        if (takeSyncDue()) {
            sync();
        }
        Span span = span();
        int limit = Math.max(1, Math.min(LARGEST_PAGE, capacity / 2));
        List<StoredEvent> page = backlog.page(span.after(), limit);
        if (span.brokenBy(page)) {
            jump();
            return true;
        }
        return take(span, page, page.size() < limit);
    }

    /** @return whether there is more to read now */
    private synchronized boolean take(Span span, List<StoredEvent> page, boolean last) {
        boolean forward = !again.contains(span);
        page.stream().filter(span::covers).forEach(event -> {
            span.passed(event);
            if (forward) {
                release(event.seq());
                follow(event);
            } else {
                form.of(event).ifPresent(this::add);
            }
        });
        again.removeIf(Span::done);
        if (forward && last && position >= announced && again.isEmpty() && !syncDue) {
            release(Long.MAX_VALUE);
            reading = false;
        }
        return reading && !ended;
    }

    /** Stops reading until the client has taken most of what waits. */
    private synchronized boolean park() {
        parked = !queue.nearlyEmpty();
        return parked;
    }

    private void sync() {
        List<AgentTold> now = backlog.sync(this::told);
        synchronized (this) {
            now.forEach(told -> form.of(told).ifPresent(this::add));
        }
    }

    private synchronized boolean takeSyncDue() {
        boolean due = syncDue;
        syncDue = false;
        return due;
    }

    private synchronized Span span() {
        return again.isEmpty() ? Span.after(position, announced) : again.peekFirst();
    }

    private void jump() {
        long last = backlog.range().last();
        synchronized (this) {
            again.clear();
            position = Math.max(position, last);
            announced = Math.max(announced, position);
            syncDue = true;
        }
    }

    /** Messages without a number that came before this change. */
    private void release(long seq) {
        while (!held.isEmpty() && held.peekFirst().after() < seq) {
            form.of(held.removeFirst().told()).ifPresent(this::add);
        }
    }
}
