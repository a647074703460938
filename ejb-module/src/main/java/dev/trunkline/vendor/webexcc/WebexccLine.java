package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.stream.Held;
import dev.trunkline.port.stream.Pulse;
import dev.trunkline.port.stream.TextSocket;
import dev.trunkline.vendor.webexcc.wire.Frame;
import dev.trunkline.vendor.webexcc.wire.Subscription;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The notification socket of one stream, and whether it lives (sheet 5.1). Opened on workers, ended on any thread, the rest on the lane. */
final class WebexccLine {
    /** The value is a text. */
    private static final String ALIVE = "{\"keepalive\":\"true\"}";

    private final WebexccClient client;
    private final Pulse pulse;
    private final Held<TextSocket> socket = new Held<>();

    WebexccLine(WebexccClient client) {
        WebexccSettings settings = client.settings();
        this.client = client;
        this.pulse = new Pulse(settings.keepAlive(), settings.silentAfter(), System::nanoTime);
    }

    /** A new try. @return what it is known by */
    Object begin() {
        return socket.begin();
    }

    /**
     * Blocks until the platform has greeted. Each subscription is good for one socket.
     *
     * @return id of the agent, as the greeting says it
     */
    String open(Object mine, AgentSession agent, TextSocket.Ears ears) {
        Subscription subscription = client.subscribe(agent);
        AtomicReference<String> who = new AtomicReference<>("");
        WebexccSettings settings = client.settings();
        try {
            TextSocket opened = TextSocket.open(
                    client.http(),
                    new TextSocket.Address(
                            URI.create(subscription.webSocketUrl()),
                            Map.of(),
                            settings.connectTimeout(),
                            text -> welcome(text, who),
                            settings.welcomeWithin()),
                    ears);
            opened.say(ALIVE);
            if (!socket.keeps(mine, opened)) {
                opened.cut();
            }
            return who.get();
        } catch (IOException | IllegalArgumentException broken) {
            throw WebexccErrorMapper.link(broken);
        }
    }

    private static boolean welcome(String text, AtomicReference<String> who) {
        try {
            Frame frame = WebexccJson.frame(text);
            boolean welcome = frame.family().equalsIgnoreCase("Welcome");
            if (welcome) {
                who.set(frame.agentId());
            }
            return welcome;
        } catch (IllegalArgumentException garbage) {
            return false;
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

    /** It broke, and maybe nobody said so. */
    boolean broken() {
        return socket.get().filter(TextSocket::isOpen).isEmpty();
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
        return !time.isZero() && pulse.silent(time);
    }

    Duration tickEach() {
        return pulse.tick();
    }

    /** Gives a sign of life where it is time. @return why it is of no use any more */
    Optional<IOException> tick() {
        Optional<TextSocket> open = socket.get();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        if (pulse.dead()) {
            return Optional.of(new IOException("no sign of life"));
        }
        if (!open.get().isOpen()) {
            return Optional.of(new IOException("closed unheard")); // the client does not always say so
        }
        if (pulse.due()) {
            open.get().say(ALIVE);
        }
        return Optional.empty();
    }
}
