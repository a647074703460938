package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.Backoff;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Breath;
import dev.trunkline.port.stream.KeptBack;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.port.stream.StreamLink;
import dev.trunkline.port.stream.Timers;
import dev.trunkline.port.stream.Workers;
import dev.trunkline.vendor.genesys.wire.Channel;
import dev.trunkline.vendor.genesys.wire.User;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One agent's notification channel and its WebSocket, from {@link #open} to {@link #close}. Everything here runs on the lane and therefore
 * never at the same time; what blocks runs on a worker and comes back to the lane; the client's threads only hand over.
 */
final class GenesysEventStream implements EventStream, GenesysHearing.Follow, GenesysSeat.Follow {
    private static final Logger LOG = Logger.getLogger(GenesysEventStream.class.getName());

    private volatile AgentSession agent;
    private final StreamLane lane;
    private final GenesysClient client;
    private final GenesysSeats seats;
    private final GenesysSeat seat;
    private final Timers timers;
    private final GenesysHearing hearing;
    private final PlatformEvents events;
    private final StreamLink link;
    private final KeptBack keptBack = new KeptBack();
    private final GenesysChannels channels = new GenesysChannels();
    private final GenesysPulse pulse;
    private final Breath breath = new Breath(System::nanoTime);

    /** Something was not told, or was asked for while we were reading: read again. */
    private volatile boolean missed;
    /** Kept also for {@link #close}, which comes on any thread. */
    private volatile Optional<GenesysSocket> socket = Optional.empty();

    private Optional<User> user = Optional.empty();
    private Backoff backoff;
    private boolean reading;
    /** Between two sockets of one channel: the end of the first is no loss. */
    private boolean changingOver;

    GenesysEventStream(
            AgentSession agent,
            Executor lane,
            PlatformEvents events,
            GenesysClient client,
            GenesysSeats seats,
            ScheduledExecutorService timer,
            Workers.Shared workers) {
        this.agent = agent;
        this.lane = new StreamLane(agent, lane, workers, GenesysErrorMapper::link);
        this.events = events;
        this.link = new StreamLink(agent, events);
        this.client = client;
        this.seats = seats;
        this.seat = seats.take(agent, client.settings().correlationKey());
        this.timers = new Timers(timer);
        this.hearing = new GenesysHearing(agent, events, seat, this);
        this.backoff =
                Backoff.of(client.settings().backoffFirst(), client.settings().backoffLongest());
        this.pulse =
                new GenesysPulse(client.settings().silence(), client.settings().pongTimeout(), System::nanoTime);
        seat.follow(this);
    }

    @Override
    public StreamState state() {
        return link.state();
    }

    @Override
    public void open() {
        client.tokens().heir(agent, credential -> lane.run(() -> unlessClosed(() -> events.renewed(credential))));
        lane.run(this::connect);
    }

    @Override
    public void reread() {
        lane.run(() -> {
            if (link.is(StreamState.UP) && (reading || breath.out())) {
                missed = true; // what is being read now may be older than the question
            } else if (link.is(StreamState.UP)) {
                read();
            }
        });
    }

    @Override
    public void readCauses(String conversation) {
        work(
                () -> client.nested(agent, conversation),
                found -> found.ifPresentOrElse(hearing::causes, () -> hearing.noCauses(conversation)),
                why -> hearing.noCauses(conversation));
    }

    @Override
    public void deaf() {
        LOG.warning(() -> "genesys " + agent.key() + ": calls changed and the notification channel did not say so");
        if (channels.deaf()) {
            lane.ofThisTry()
                    .takes(() -> failed(new VendorException(Code.LINK_DOWN, "the notification channel tells nothing")));
        }
    }

    @Override
    public void retell(String conversation) {
        lane.run(() -> unlessClosed(() -> hearing.retell(conversation)));
    }

    @Override
    public void dialSettled() {
        lane.run(() -> unlessClosed(hearing::dialSettled));
    }

    @Override
    public void renew(AgentSession renewed) {
        agent = renewed;
        lane.signedInAnew();
    }

    @Override
    public void close() {
        if (link.close()) {
            timers.close();
            socket.ifPresent(open -> lane.aside(open::close));
            client.tokens().leave(agent);
            seats.leave(agent, seat);
        }
    }

    // ---- connecting

    private void connect() {
        if (link.is(StreamState.CLOSED)) {
            return;
        }
        link.become(StreamState.CONNECTING, Optional.empty());
        lane.nextTry();
        keptBack.forget();
        reading = false;
        changingOver = false;
        GenesysSocket.Ears ears = ears();
        lane.signOn(
                () -> signOn(ears),
                signedOn -> unlessClosed(() -> connected(signedOn)),
                why -> unlessClosed(() -> failed(why)));
    }

    /** On a worker: {@link #close} may come in the middle of it, and then nobody else would close this one. */
    private GenesysSignOn signOn(GenesysSocket.Ears ears) {
        GenesysSignOn signedOn = GenesysSignOn.connect(client, agent, channels, ears);
        socket = Optional.of(signedOn.socket());
        if (link.is(StreamState.CLOSED)) {
            signedOn.socket().cut();
        }
        return signedOn;
    }

    private GenesysSocket.Ears ears() {
        StreamLane.Way here = lane.ofThisTry();
        return new GenesysSocket.Ears(text -> orMissed(here, () -> hear(text)), why -> orMissed(here, () -> lost(why)));
    }

    /** While connecting, the sign-on itself says why it failed, and more exactly; after a change-over it is the old one. */
    private void lost(Exception why) {
        boolean another = socket.filter(GenesysSocket::isOpen).isPresent();
        if (!link.is(StreamState.CONNECTING) && !changingOver && !another) {
            failed(GenesysErrorMapper.link(why));
        }
    }

    private void connected(GenesysSignOn signedOn) {
        channels.opened();
        user = Optional.of(signedOn.user());
        hearing.begin(signedOn.definitions());
        pulse.heard();
        link.become(StreamState.READING, Optional.empty());
        keptBack.readingBegins();
        read();
    }

    // ---- reading

    private void read() {
        reading = true;
        breath.taken();
        hearing.readingBegins();
        Set<String> openCalls = new HashSet<>(events.openCalls());
        hearing.awaited().ifPresent(openCalls::add);
        work(() -> GenesysReading.of(client, agent, openCalls), this::readDone, this::readFailed);
    }

    private void readDone(GenesysReading now) {
        reading = false;
        if (socket.filter(GenesysSocket::isOpen).isEmpty() && !changingOver) {
            failed(GenesysErrorMapper.link(new IOException("closed while reading")));
            return;
        }
        hearing.current(now);
        if (!link.is(StreamState.UP)) {
            backoff = backoff.afterSuccess();
            link.become(StreamState.UP, Optional.empty());
            startTimers();
            keptBack.readingEnds(this::understand);
        }
        rereadIfMissed();
    }

    /** Events are still good: only what was asked for on the way must be asked for again. */
    private void readFailed(VendorException why) {
        reading = false;
        if (link.is(StreamState.READING) || GenesysErrorMapper.isFinal(why)) {
            failed(why);
            return;
        }
        LOG.log(Level.WARNING, why, () -> "genesys " + agent.key() + ": could not be read again");
        missed = true;
    }

    private void rereadIfMissed() {
        if (missed) {
            missed = false;
            reread();
        }
    }

    // ---- hearing

    private void hear(String text) {
        pulse.heard();
        if (link.is(StreamState.UP)) {
            understand(text);
        } else {
            keptBack.keep(text);
        }
    }

    private void understand(String text) {
        try {
            GenesysFrame frame = GenesysFrame.of(text);
            if (frame.closing()) {
                changeOver();
            } else if (frame.doubtful()) {
                renewSubscriptions();
                reread();
            } else if (!frame.sign()) {
                channels.heard();
                hearing.hear(frame);
            }
        } catch (IllegalArgumentException garbage) {
            LOG.log(Level.WARNING, garbage, () -> "genesys " + agent.key() + ": a frame was not understood");
            missed = true;
        }
    }

    /** The server closes this socket in a minute (sheet 5.2): another one on the same channel takes over, what comes twice does no harm. */
    private void changeOver() {
        Optional<Channel> channel = channels.last();
        if (changingOver || channel.isEmpty()) {
            return;
        }
        changingOver = true;
        GenesysSocket.Ears ears = ears();
        work(
                () -> GenesysSignOn.opened(client, channel.get(), ears),
                next -> {
                    Optional<GenesysSocket> old = socket;
                    socket = Optional.of(next);
                    changingOver = false;
                    old.ifPresent(dead -> lane.aside(dead::cut));
                    reread();
                },
                why -> {
                    changingOver = false;
                    failed(why);
                });
    }

    // ---- time passes

    private void startTimers() {
        StreamLane.Way here = lane.ofThisTry();
        GenesysSettings settings = client.settings();
        timers.again(settings.tick(), () -> orMissed(here, this::tick));
        timers.again(settings.watchInterval(), () -> here.takes(() -> unlessClosed(this::watch)));
        timers.again(settings.renewInterval(), () -> here.takes(() -> unlessClosed(this::renewSubscriptions)));
    }

    private void tick() {
        if (pulse.dead()) {
            failed(GenesysErrorMapper.link(new IOException("no sign of life")));
            return;
        }
        if (pulse.silent()) {
            socket.ifPresent(GenesysSocket::ping);
        }
        if (client.tokens().due(agent)) {
            work(() -> client.tokens().access(agent), token -> {}, this::notRenewed);
        }
        rereadIfMissed();
    }

    /** What is not pushed is found by asking, while there is anything to be missed (sheet 5.5). */
    private void watch() {
        if (hearing.busy()) {
            reread();
        }
    }

    private void renewSubscriptions() {
        Optional<Channel> channel = channels.last();
        if (channel.isEmpty() || user.isEmpty()) {
            return;
        }
        User whose = user.get();
        work(
                () -> {
                    GenesysSignOn.subscribe(client, agent, whose, channel.get());
                    return whose;
                },
                done -> LOG.log(Level.FINE, "genesys {0}: subscriptions renewed", agent.key()),
                this::notRenewed);
    }

    private void notRenewed(VendorException why) {
        if (why.code() == Code.CALL_NOT_FOUND) {
            channels.gone();
            failed(new VendorException(Code.LINK_DOWN, "the notification channel is gone"));
        } else if (GenesysErrorMapper.isFinal(why)) {
            failed(why);
        }
    }

    // ---- losing

    private void failed(VendorException why) {
        lane.nextTry();
        keptBack.forget();
        timers.stop();
        reading = false;
        changingOver = false;
        socket.ifPresent(dead -> lane.aside(dead::cut));
        socket = Optional.empty();
        if (GenesysErrorMapper.isFinal(why)) {
            link.become(StreamState.REFUSED, Optional.of(why));
            return;
        }
        if (why.getCause() instanceof WebSocketHandshakeException) {
            channels.refused();
        }
        link.become(StreamState.WAITING, Optional.of(why));
        timers.once(backoff.delay(), () -> lane.run(this::retry));
        backoff = backoff.afterFailure();
    }

    private void retry() {
        if (link.is(StreamState.WAITING)) {
            connect();
        }
    }

    private <T> void work(Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        lane.work(
                blocking,
                result -> unlessClosed(() -> then.accept(result)),
                why -> unlessClosed(() -> otherwise.accept(why)));
    }

    private void orMissed(StreamLane.Way way, Runnable task) {
        if (!way.takes(() -> unlessClosed(task))) {
            missed = true;
        }
    }

    private void unlessClosed(Runnable task) {
        if (!link.is(StreamState.CLOSED)) {
            task.run();
        }
    }
}
