package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.stream.Held;
import dev.trunkline.port.stream.Pulse;
import dev.trunkline.port.stream.TextSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The socket of one stream, and whether it lives. Opened on workers, ended on any thread, the rest on the lane. */
final class Five9Line {
    /** A text of its own, neither JSON nor the protocol's ping (sheet 5.2). */
    private static final String PING = "ping";

    private final Five9Client client;
    private final Pulse pulse;
    private final Held<TextSocket> socket = new Held<>();
    /** The platform is about to end the session: that the connection breaks is no loss. */
    private volatile boolean leaving;

    Five9Line(Five9Client client) {
        Five9Settings settings = client.settings();
        this.client = client;
        this.pulse = new Pulse(settings.pingInterval(), settings.pongWithin(), System::nanoTime);
    }

    /** A new try. @return what it is known by */
    Object begin() {
        leaving = false;
        return socket.begin();
    }

    /** Blocks until the platform has greeted. */
    void open(Object mine, AgentSession agent, TextSocket.Ears ears) {
        TextSocket opened = client.listen(agent, ears);
        if (!socket.keeps(mine, opened)) {
            opened.cut();
        }
    }

    /** Whoever takes it ends it. */
    Optional<TextSocket> taken() {
        return socket.taken();
    }

    /** For good. */
    Optional<TextSocket> close() {
        return socket.close();
    }

    /** What a socket opened now is known by. */
    Object current() {
        return socket.current();
    }

    boolean there() {
        return socket.get().isPresent();
    }

    /** It broke, and maybe nobody said so. */
    boolean broken() {
        return !leaving && socket.get().filter(open -> !open.isOpen()).isPresent();
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
        Optional<TextSocket> open = socket.get();
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
            open.get().say(PING);
        }
        return Optional.empty();
    }
}
