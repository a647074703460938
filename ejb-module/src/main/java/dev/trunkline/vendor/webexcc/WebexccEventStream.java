package dev.trunkline.vendor.webexcc;

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
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One agent's notification socket, from {@link #open} to {@link #close}. Everything here runs on the lane and therefore never at the same time;
 * what blocks runs on a worker and comes back to the lane; the client's threads only hand over. Long, because it is the one place that knows
 * in which state what may happen (ADR 0013).
 */
final class WebexccEventStream implements EventStream {
    private static final Logger LOG = Logger.getLogger(WebexccEventStream.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String TOOK_OVER = "AGENT_MULTI_LOGIN";

    private volatile AgentSession agent;
    private final StreamLane lane;
    private final WebexccClient client;
    private final WebexccSeats seats;
    private final WebexccSeat seat;
    private final Timers timers;
    private final WebexccHearing hearing;
    private final WebexccLine line;
    private final PlatformEvents events;
    private final StreamLink link;
    private final KeptBack keptBack = new KeptBack();
    private final WebexccReading reading;
    private final WebexccRepair repair;
    private final Rereads rereads;
    private final Comeback comeback;

    WebexccEventStream(
            AgentSession agent,
            Executor lane,
            PlatformEvents events,
            WebexccClient client,
            WebexccSeats seats,
            ScheduledExecutorService timer,
            Workers.Shared workers) {
        WebexccSettings settings = client.settings();
        this.agent = agent;
        this.lane = new StreamLane(agent, lane, workers, WebexccErrorMapper::link);
        this.events = events;
        this.link = new StreamLink(agent, events);
        this.client = client;
        this.seats = seats;
        this.seat = seats.take(agent, settings);
        this.timers = new Timers(timer);
        this.rereads = new Rereads(this::read, () -> link.is(StreamState.UP), timers, this.lane::run);
        WebexccErrands errands = new WebexccErrands(this, this.lane, client, seat, timers);
        this.hearing = new WebexccHearing(agent, events, seat, new WebexccOutcomes(settings.outcomes()), errands);
        this.repair = new WebexccRepair(client, seat, this.lane, this::arrive, this::read, this::afterAWhile);
        this.line = new WebexccLine(client);
        this.reading = new WebexccReading(client, this.lane, timers, this::readDone, this::readFailed);
        this.comeback = new Comeback(link, timers, this.lane::run, settings.backoff(), this::connect);
        seat.follow(errands);
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
    public void renew(AgentSession renewed) {
        agent = renewed;
        lane.signedInAnew();
    }

    @Override
    public void close() {
        if (link.close()) {
            lane.close();
            timers.close();
            line.close().ifPresent(open -> lane.aside(open::close));
            client.tokens().leave(agent);
            seats.leave(agent, seat);
        }
    }

    // ---- what its errands need

    AgentSession agent() {
        return agent;
    }

    WebexccHearing hearing() {
        return hearing;
    }

    Rereads rereads() {
        return rereads;
    }

    /** The platform has no station session of an agent who should have one. */
    void sessionGone() {
        if (link.is(StreamState.UP)) {
            repair.sessionGone(agent, rereads::later);
        }
    }

    private void afterAWhile(Runnable task) {
        StreamLane.Way here = lane.ofThisTry();
        timers.once(client.settings().repairWithin(), () -> here.takes(task));
    }

    // ---- connecting

    private void connect() {
        link.become(StreamState.CONNECTING, Optional.empty());
        stop();
        Object mine = line.begin();
        TextSocket.Ears ears = ears();
        lane.signOn(
                () -> new WebexccSignOn(client, agent, seat).connect(line, mine, ears), this::connected, this::failed);
    }

    private TextSocket.Ears ears() {
        StreamLane.Way here = lane.ofThisTry();
        return new TextSocket.Ears(
                text -> {
                    line.heard();
                    here.takesOr(() -> understand(text), rereads::missed);
                },
                why -> here.takesOr(() -> lost(why), rereads::missed));
    }

    private void connected(String agentId) {
        hearing.begin();
        repair.begin(agentId);
        line.lives();
        link.become(StreamState.READING, Optional.empty());
        keptBack.readingBegins();
        StreamLane.Way here = lane.ofThisTry();
        timers.again(line.tickEach(), () -> tick(here));
        read();
    }

    // ---- reading

    private void read() {
        rereads.begins();
        hearing.readingBegins();
        reading.begin(agent);
    }

    private void readDone(WebexccReload.Read now) {
        if (line.broken()) {
            failed(WebexccErrorMapper.link(new IOException("closed while reading")));
            return;
        }
        repair.look(agent, now, hearing.standing(now), link.is(StreamState.READING));
    }

    /** The reading is done, and what had to be put right is. */
    private void arrive(WebexccReload.Read now, WebexccAgent stands) {
        rereads.ends();
        line.news();
        try {
            hearing.current(now, stands);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "webexcc " + agent.key() + ": what was read was not understood");
            failed(WebexccErrorMapper.link(e));
            return;
        }
        if (link.is(StreamState.READING)) {
            link.become(StreamState.UP, Optional.empty());
            startTimers();
            seat.hears(true);
        }
        keptBack.readingEnds(text -> {
            if (link.is(StreamState.UP)) {
                understand(text); // else it is of a connection that has ended by what came before
            }
        });
        rereads.askIfMissed();
    }

    /** Events are still good: only what was asked for on the way must be asked for again. */
    private void readFailed(VendorException why) {
        rereads.ends();
        boolean over = why.code() == Code.LINK_DOWN || why.code() == Code.AUTH_EXPIRED;
        if (link.is(StreamState.READING) || over) {
            failed(why);
            return;
        }
        LOG.log(Level.WARNING, "webexcc {0}: could not be read again: {1}", new Object[] {agent.key(), why.code()});
        LOG.log(Level.FINE, why, () -> "webexcc " + agent.key());
        rereads.later();
    }

    // ---- hearing

    private void understand(String text) {
        try {
            Frame frame = WebexccJson.frame(text);
            if (!frame.type().isEmpty()) {
                understand(frame, text);
            }
        } catch (RuntimeException e) {
            // One bad message must not stop the rest.
            LOG.log(Level.WARNING, e, () -> "webexcc " + agent.key() + ": a message was not understood");
            reread();
        }
    }

    private void understand(Frame frame, String text) {
        if (frame.family().equalsIgnoreCase(TOOK_OVER)) {
            failed(WebexccErrorMapper.tookOver());
            return;
        }
        if (reading.hear(frame) || repair.hear(frame)) {
            return;
        }
        if (!link.is(StreamState.UP)) {
            keptBack.keep(text);
        } else if (hearing.hear(frame)) {
            line.news();
        }
    }

    // ---- time passes

    private void startTimers() {
        StreamLane.Way here = lane.ofThisTry();
        Duration watch = client.settings().watchAfter();
        timers.again(watch.dividedBy(2), () -> here.takes(this::watch));
        timers.once(SOON, () -> here.takes(comeback::stood)); // if it stands so long
    }

    /** On the clock's thread: the platform drops who gives no sign of life in time, however far behind the lane is. */
    private void tick(StreamLane.Way here) {
        line.tick().ifPresent(dead -> here.takesOr(() -> failed(WebexccErrorMapper.link(dead)), rereads::missed));
    }

    /** A socket that echoes may be dead all the same: what is not pushed is found by asking, while there is anything to be missed. */
    private void watch() {
        if (client.tokens().due(agent)) {
            lane.work(() -> client.tokens().access(agent), token -> {}, this::notRenewed);
        }
        if (rereads.wanted() || hearing.busy() && line.silent(client.settings().watchAfter())) {
            reread();
        }
    }

    private void notRenewed(VendorException why) {
        if (WebexccErrorMapper.isFinal(why)) {
            failed(why);
        }
    }

    // ---- losing

    /** While connecting, the sign-on itself says why it failed, and more exactly. */
    private void lost(Exception why) {
        if (!link.is(StreamState.CONNECTING)) {
            failed(WebexccErrorMapper.link(why));
        }
    }

    /** What was begun is history now. */
    private void stop() {
        lane.nextTry();
        keptBack.forget();
        timers.stop();
        rereads.stop();
        reading.stop();
        repair.stop();
        seat.hears(false);
        line.taken().ifPresent(dead -> lane.aside(dead::cut));
    }

    void failed(VendorException why) {
        if (!link.is(StreamState.CONNECTING) && !link.is(StreamState.READING) && !link.is(StreamState.UP)) {
            return; // it has failed already, and the next try is on its way
        }
        stop();
        if (WebexccErrorMapper.isFinal(why)) {
            comeback.never(why);
        } else {
            comeback.after(why);
        }
    }
}
