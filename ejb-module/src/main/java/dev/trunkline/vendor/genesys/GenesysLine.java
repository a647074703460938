package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Held;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.port.stream.TextSocket;
import dev.trunkline.vendor.genesys.wire.Channel;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The notification channel of one stream and the socket on it: which ones count, and whether they live. Opened on workers, closed on any thread,
 * the rest on the lane.
 */
final class GenesysLine {
    private static final Logger LOG = Logger.getLogger(GenesysLine.class.getName());

    private final GenesysClient client;
    private final StreamLane lane;
    private final GenesysChannels channels = new GenesysChannels();
    private final GenesysPulse pulse;
    private final Held<TextSocket> socket = new Held<>();
    /** Whose subscriptions the channel has. */
    private Optional<User> user = Optional.empty();
    /** Between two sockets of one channel: the end of the first is no loss. */
    private boolean changingOver;

    GenesysLine(GenesysClient client, StreamLane lane) {
        GenesysSettings settings = client.settings();
        this.client = client;
        this.lane = lane;
        this.pulse = new GenesysPulse(settings.silence(), settings.pongTimeout(), System::nanoTime);
    }

    /** Another try. @return what it is known by */
    Object begin() {
        changingOver = false;
        return socket.begin();
    }

    /** Blocks: the end may come in the middle of it, and then nobody else would close this one. */
    GenesysSignOn open(Object mine, AgentSession agent, TextSocket.Ears ears) {
        GenesysSignOn signedOn = GenesysSignOn.connect(client, agent, channels, ears);
        if (!socket.keeps(mine, signedOn.socket())) {
            signedOn.socket().cut();
        }
        return signedOn;
    }

    void stands(User subscriber) {
        user = Optional.of(subscriber);
        channels.opened();
        pulse.heard();
    }

    /** Nothing more comes, and nothing is on its way to take its place. */
    boolean broken() {
        return !changingOver && socket.get().filter(TextSocket::isOpen).isEmpty();
    }

    /** The server closes this socket in a minute (sheet 5.2): another one on the same channel takes over, what comes twice does no harm. */
    void changeOver(TextSocket.Ears ears, Runnable done, Consumer<VendorException> failed) {
        Optional<Channel> channel = channels.last();
        if (changingOver || channel.isEmpty()) {
            return;
        }
        changingOver = true;
        Object mine = socket.current();
        lane.work(
                () -> next(mine, channel.get(), ears),
                old -> {
                    changingOver = false;
                    old.ifPresent(dead -> lane.aside(dead::cut));
                    done.run();
                },
                why -> {
                    changingOver = false;
                    failed.accept(why);
                });
    }

    /** @return the one before */
    private Optional<TextSocket> next(Object mine, Channel channel, TextSocket.Ears ears) {
        TextSocket opened = GenesysSignOn.opened(client, channel, ears);
        Optional<TextSocket> old = socket.get();
        if (!socket.keeps(mine, opened)) {
            opened.cut();
            return Optional.empty();
        }
        return old;
    }

    /** At once. */
    void cut() {
        changingOver = false;
        socket.taken().ifPresent(dead -> lane.aside(dead::cut));
    }

    /** For good, from any thread. */
    void close() {
        socket.close().ifPresent(open -> lane.aside(open::close));
    }

    // ---- its life

    /** Anything at all. */
    void heard() {
        pulse.heard();
    }

    /** Asks for a sign of life where it is time. @return whether it still gives them */
    boolean lives() {
        if (pulse.silent()) {
            socket.get().ifPresent(open -> open.say(GenesysFrame.PING));
        }
        return !pulse.dead();
    }

    // ---- the channel

    /** What it is subscribed to ends after a day (sheet 5.5). */
    void renew(AgentSession agent, Consumer<VendorException> failed) {
        Optional<Channel> channel = channels.last();
        if (channel.isEmpty() || user.isEmpty()) {
            return;
        }
        User whose = user.get();
        lane.work(
                () -> {
                    GenesysSignOn.subscribe(client, agent, whose, channel.get());
                    return whose;
                },
                done -> LOG.log(Level.FINE, "genesys {0}: subscriptions renewed", agent.key()),
                failed);
    }

    /** Something was pushed over it. */
    void news() {
        channels.heard();
    }

    /** A change was not. @return whether the channel is given up */
    boolean deaf() {
        return channels.deaf();
    }

    /** The platform does not open it. */
    void refused() {
        channels.refused();
    }

    /** The platform no longer has it. */
    void gone() {
        channels.gone();
    }
}
