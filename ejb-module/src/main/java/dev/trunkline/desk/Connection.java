package dev.trunkline.desk;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A desk's stream from the platform, one after the other. Guarded by the desk's monitor. */
final class Connection {
    private static final Logger LOG = Logger.getLogger(Connection.class.getName());

    private final Desk desk;
    private Optional<EventStream> stream = Optional.empty();
    /** A Login has come to it while it stood by an earlier one, and work of that one may still be under way. */
    private boolean inherited;

    Connection(Desk desk) {
        this.desk = desk;
    }

    StreamState state() {
        return stream.map(EventStream::state).orElse(StreamState.NEW);
    }

    boolean isThere() {
        return stream.isPresent();
    }

    boolean inherited() {
        return inherited;
    }

    void open(AgentSession session) {
        close();
        inherited = false;
        EventStream opened = desk.platform().stream(session, desk.fromPlatform(), desk);
        stream = Optional.of(opened);
        opened.open();
    }

    /** A Login begins on it. */
    void inherit() {
        inherited = true;
    }

    /** That Login has failed. */
    void remain() {
        inherited = false;
    }

    /** By a Login that is done: what the lane does after what it does just now knows of it. */
    void renew(AgentSession session) {
        stream.ifPresent(opened -> opened.renew(session));
        if (inherited) {
            try {
                desk.fromPlatform().execute(this::settled);
            } catch (RejectedExecutionException full) {
                LOG.log(Level.FINE, "{0}: its lane is full; one refusal more leads to another try", desk.key());
            }
        }
    }

    private void settled() {
        synchronized (desk) {
            inherited = false;
        }
    }

    /** Whether it was refused; else it is of one that has been given up since. */
    boolean refused(StreamState now) {
        return now == StreamState.REFUSED && state() == now;
    }

    /** Whether it is the earlier sign-in that is not good any more. */
    boolean ofThePast(Optional<VendorException> why) {
        return inherited && why.filter(one -> one.code() == Code.AUTH_EXPIRED).isPresent();
    }

    void reread() {
        stream.ifPresent(EventStream::reread);
    }

    void close() {
        stream.ifPresent(EventStream::close);
    }

    /** For good: nothing more comes of it. */
    void leave() {
        close();
        stream = Optional.empty();
    }
}
