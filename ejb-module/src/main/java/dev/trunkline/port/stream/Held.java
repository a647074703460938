package dev.trunkline.port.stream;

import java.util.Optional;

/**
 * The connection that a stream has: opened on workers, ended on any thread. Which one counts is known by the try that it was opened for; one
 * that still comes of an earlier try, or after the end, is nobody's, and whoever has opened it ends it.
 *
 * @param <C> what the platform is connected by
 */
public final class Held<C> {
    private Optional<C> connection = Optional.empty();
    private Object current = new Object();
    private boolean closed;

    /** Another try. @return what it is known by */
    public synchronized Object begin() {
        current = new Object();
        return current;
    }

    /** What a connection that is opened now is known by. */
    public synchronized Object current() {
        return current;
    }

    public synchronized boolean isCurrent(Object mine) {
        return mine == current;
    }

    /** @return false if nobody wants it any more */
    public synchronized boolean keeps(Object mine, C opened) {
        boolean wanted = mine == current && !closed;
        if (wanted) {
            connection = Optional.of(opened);
        }
        return wanted;
    }

    /** The one that stands, as far as is known. */
    public synchronized Optional<C> get() {
        return connection;
    }

    /** Whoever takes it ends it. */
    public synchronized Optional<C> taken() {
        Optional<C> last = connection;
        connection = Optional.empty();
        current = new Object();
        return last;
    }

    /** For good. @return whoever gets it ends it */
    public synchronized Optional<C> close() {
        closed = true;
        return taken();
    }
}
