package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Comeback;
import dev.trunkline.port.stream.KeptBack;
import dev.trunkline.port.stream.Rereads;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.port.stream.StreamLink;
import dev.trunkline.port.stream.TextSocket;
import dev.trunkline.port.stream.Timers;
import dev.trunkline.port.stream.Workers;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
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
    private final GenesysLine line;
    private final Rereads rereads;
    private final Comeback comeback;

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
        this.rereads = new Rereads(this::read, () -> link.is(StreamState.UP), timers, this.lane::run);
        this.comeback =
                new Comeback(link, timers, this.lane::run, client.settings().backoff(), this::connect);
        this.line = new GenesysLine(client, this.lane);
        seat.follow(this);
    }

    @Override
    public StreamState state() {
        return link.state();
    }

    @Override
    public void open() {
        client.tokens().heir(agent, credential -> lane.run(() -> events.renewed(credential)));
        lane.run(this::connect);
    }

    @Override
    public void reread() {
        lane.run(rereads::ask);
    }

    @Override
    public void readCauses(String conversation) {
        lane.work(
                () -> client.nested(agent, conversation),
                found -> found.ifPresentOrElse(hearing::causes, () -> hearing.noCauses(conversation)),
                why -> hearing.noCauses(conversation));
    }

    @Override
    public void deaf() {
        LOG.warning(() -> "genesys " + agent.key() + ": calls changed and the notification channel did not say so");
        if (line.deaf()) {
            lane.ofThisTry()
                    .takes(() -> failed(new VendorException(Code.LINK_DOWN, "the notification channel tells nothing")));
        }
    }

    @Override
    public void retell(String conversation) {
        lane.run(() -> hearing.retell(conversation));
    }

    @Override
    public void dialSettled() {
        lane.run(hearing::dialSettled);
    }

    @Override
    public void renew(AgentSession renewed) {
        agent = renewed;
        lane.signedInAnew();
    }

    @Override
    public void close() {
        if (link.close()) {
            lane.close();
            timers.close();
            line.close();
            client.tokens().leave(agent);
            seats.leave(agent, seat);
        }
    }

    // ---- connecting

    private void connect() {
        link.become(StreamState.CONNECTING, Optional.empty());
        lane.nextTry();
        keptBack.forget();
        rereads.stop();
        Object mine = line.begin();
        TextSocket.Ears ears = ears();
        lane.signOn(() -> line.open(mine, agent, ears), this::connected, this::failed);
    }

    private TextSocket.Ears ears() {
        StreamLane.Way here = lane.ofThisTry();
        return new TextSocket.Ears(
                text -> here.takesOr(() -> hear(text), rereads::missed),
                why -> here.takesOr(() -> lost(why), rereads::missed));
    }

    /** While connecting, the sign-on itself says why it failed, and more exactly; after a change-over it is the old one. */
    private void lost(Exception why) {
        if (!link.is(StreamState.CONNECTING) && line.broken()) {
            failed(GenesysErrorMapper.link(why));
        }
    }

    private void connected(GenesysSignOn signedOn) {
        line.stands(signedOn.user());
        hearing.begin(signedOn.definitions());
        link.become(StreamState.READING, Optional.empty());
        keptBack.readingBegins();
        read();
    }

    // ---- reading

    private void read() {
        rereads.begins();
        hearing.readingBegins();
        Set<String> openCalls = new HashSet<>(events.openCalls());
        hearing.awaited().ifPresent(openCalls::add);
        lane.work(() -> GenesysReading.of(client, agent, openCalls), this::readDone, this::readFailed);
    }

    private void readDone(GenesysReading now) {
        rereads.ends();
        if (line.broken()) {
            failed(GenesysErrorMapper.link(new IOException("closed while reading")));
            return;
        }
        hearing.willHear(keptBack.texts());
        hearing.current(now);
        if (!link.is(StreamState.UP)) {
            comeback.stood();
            link.become(StreamState.UP, Optional.empty());
            startTimers();
            keptBack.readingEnds(this::understand);
        }
        rereads.askIfMissed();
    }

    /** Events are still good: only what was asked for on the way must be asked for again. */
    private void readFailed(VendorException why) {
        rereads.ends();
        if (link.is(StreamState.READING) || GenesysErrorMapper.isFinal(why)) {
            failed(why);
            return;
        }
        LOG.log(Level.WARNING, why, () -> "genesys " + agent.key() + ": could not be read again");
        rereads.later();
    }

    // ---- hearing

    private void hear(String text) {
        line.heard();
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
                line.changeOver(ears(), this::reread, this::failed);
            } else if (frame.doubtful()) {
                renewSubscriptions();
                reread();
            } else if (!frame.sign()) {
                line.news();
                hearing.hear(frame);
            }
        } catch (IllegalArgumentException garbage) {
            LOG.log(Level.WARNING, garbage, () -> "genesys " + agent.key() + ": a frame was not understood");
            rereads.later();
        }
    }

    // ---- time passes

    private void startTimers() {
        StreamLane.Way here = lane.ofThisTry();
        GenesysSettings settings = client.settings();
        timers.again(settings.tick(), () -> here.takesOr(this::tick, rereads::missed));
        timers.again(settings.watchInterval(), () -> here.takes(this::watch));
        timers.again(settings.renewInterval(), () -> here.takes(this::renewSubscriptions));
    }

    private void tick() {
        if (!line.lives()) {
            failed(GenesysErrorMapper.link(new IOException("no sign of life")));
            return;
        }
        if (client.tokens().due(agent)) {
            lane.work(() -> client.tokens().access(agent), token -> {}, this::notRenewed);
        }
        rereads.askIfMissed();
    }

    /** What is not pushed is found by asking, while there is anything to be missed (sheet 5.5). */
    private void watch() {
        if (hearing.busy()) {
            reread();
        }
    }

    private void renewSubscriptions() {
        line.renew(agent, this::notRenewed);
    }

    private void notRenewed(VendorException why) {
        if (why.code() == Code.CALL_NOT_FOUND) {
            line.gone();
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
        rereads.stop();
        line.cut();
        if (GenesysErrorMapper.isFinal(why)) {
            comeback.never(why);
            return;
        }
        if (why.getCause() instanceof WebSocketHandshakeException) {
            line.refused();
        }
        comeback.after(why);
    }
}
