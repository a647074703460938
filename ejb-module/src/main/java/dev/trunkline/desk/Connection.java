package dev.trunkline.desk;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.StreamState;
import java.util.Optional;

/** A desk's stream from the platform, one after the other. Guarded by the desk's monitor. */
final class Connection {
    private final Desk desk;
    private Optional<EventStream> stream = Optional.empty();
    /** A Login came to it when it stood by an earlier one, which may turn out to be over at any time. */
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

    /** Whose it is, is settled: by the end of the Login or by what came with it. */
    void owned() {
        inherited = false;
    }

    void renew(AgentSession session) {
        stream.ifPresent(opened -> opened.renew(session));
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
