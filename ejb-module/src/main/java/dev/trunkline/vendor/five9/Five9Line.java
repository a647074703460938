package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The socket of one stream: which one counts, and whether it lives. Opened on workers, ended on any thread, the rest on the lane. */
final class Five9Line {
    private final Five9Client client;
    private final Five9Pulse pulse;
    private Optional<Five9Socket> socket = Optional.empty();
    /** What is opened for an earlier try is nobody's. */
    private Object current = new Object();

    private boolean closed;
    /** The platform is about to end the session: that the connection breaks is no loss. */
    private volatile boolean leaving;

    Five9Line(Five9Client client) {
        Five9Settings settings = client.settings();
        this.client = client;
        this.pulse = new Five9Pulse(settings.pingInterval(), settings.pongWithin(), System::nanoTime);
    }

    /** A new try. @return what it is known by */
    synchronized Object begin() {
        current = new Object();
        leaving = false;
        return current;
    }

    /** Blocks until the platform has greeted. */
    void open(Object mine, AgentSession agent, Five9Socket.Ears ears) {
        Five9Socket opened = client.listen(agent, ears);
        if (!keeps(mine, opened)) {
            opened.cut();
        }
    }

    private synchronized boolean keeps(Object mine, Five9Socket opened) {
        boolean wanted = mine == current && !closed;
        if (wanted) {
            socket = Optional.of(opened);
        }
        return wanted;
    }

    /** Whoever takes it ends it; one that still comes is ended by {@link #open}. */
    synchronized Optional<Five9Socket> taken() {
        Optional<Five9Socket> last = socket;
        socket = Optional.empty();
        current = new Object();
        return last;
    }

    /** For good. */
    synchronized Optional<Five9Socket> close() {
        closed = true;
        return taken();
    }

    /** What a socket opened now is known by. */
    synchronized Object current() {
        return current;
    }

    synchronized boolean there() {
        return socket.isPresent();
    }

    private synchronized Optional<Five9Socket> socket() {
        return socket;
    }

    /** It broke, and maybe nobody said so. */
    boolean broken() {
        return !leaving && socket().filter(open -> !open.isOpen()).isPresent();
    }

    void leaving(boolean now) {
        leaving = now;
    }

    boolean leaving() {
        return leaving;
    }

    // ---- its life

    void lives() {
        pulse.begin();
    }

    void heard() {
        pulse.heard();
    }

    void news() {
        pulse.news();
    }

    boolean silent(Duration time) {
        return there() && !leaving && pulse.silent(time);
    }

    Duration tickEach() {
        return pulse.tick();
    }

    /** Asks for a sign of life where it is time. @return why it is of no use any more */
    Optional<IOException> tick() {
        Optional<Five9Socket> open = socket();
        if (open.isEmpty() || leaving) {
            return Optional.empty();
        }
        if (pulse.dead()) {
            return Optional.of(new IOException("no answer to pings"));
        }
        if (!open.get().isOpen()) {
            return Optional.of(new IOException("closed unheard")); // the client does not always say so
        }
        if (pulse.due()) {
            open.get().ping();
        }
        return Optional.empty();
    }
}
