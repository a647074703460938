package dev.trunkline.push;

import dev.trunkline.event.StoredEvent;
import java.util.List;

/** A stretch of an agent's stream that is read from the log, oldest first. Guarded by its subscription. */
final class Span {
    /** Read so far. */
    private long after;

    private final long until;
    /** The highest number that certainly is in the log, if it was not let go since. */
    private final long known;

    private Span(long after, long until, long known) {
        this.after = after;
        this.until = until;
        this.known = known;
    }

    static Span between(long after, long until) {
        return new Span(after, until, until);
    }

    /** Everything from there on. */
    static Span after(long after, long known) {
        return new Span(after, Long.MAX_VALUE, known);
    }

    long after() {
        return after;
    }

    boolean covers(StoredEvent event) {
        return event.seq() > after && event.seq() <= until;
    }

    void passed(StoredEvent event) {
        after = event.seq();
    }

    boolean done() {
        return after >= until;
    }

    /** Whether the log let go of something while it was waited for. */
    boolean brokenBy(List<StoredEvent> page) {
        return page.isEmpty() ? known > after : page.get(0).seq() > after + 1;
    }
}
