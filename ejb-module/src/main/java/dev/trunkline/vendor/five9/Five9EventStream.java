package dev.trunkline.vendor.five9;

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
import dev.trunkline.vendor.five9.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One agent's event stream, from {@link #open} to {@link #close}. Everything here runs on the lane and therefore never at the same time; what
 * blocks runs on a worker and comes back to the lane; the client's threads only hand over. While the agent is not at work there is nothing to
 * hear: then the link is up without a socket. Long, because it is the one place that knows in which state what may happen (ADR 0013): each
 * thing that has a life of its own (line, moves, readings, comeback, errands) is elsewhere.
 */
final class Five9EventStream implements EventStream {
    private static final Logger LOG = Logger.getLogger(Five9EventStream.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);
    /** After the last look for a dial it is given up a look later (sheet 3.2: 3, 6, 12 and 15 s). */
    private static final int LOOKS = 5;

    private volatile AgentSession agent;
    private final StreamLane lane;
    private final Five9Client client;
    private final Five9Seats seats;
    private final Five9Seat seat;
    private final Timers timers;
    private final Five9Hearing hearing;
    private final Five9Moves moves;
    private final Five9Errands errands;
    private final Five9Line line;
    private final PlatformEvents events;
    private final StreamLink link;
    private final KeptBack keptBack = new KeptBack();
    private final Rereads rereads;

    private final Comeback comeback;
    /** He has come to work, and his socket is on the way. */
    private boolean opening;

    Five9EventStream(
            AgentSession agent,
            Executor lane,
            PlatformEvents events,
            Five9Client client,
            Five9Seats seats,
            ScheduledExecutorService timer,
            Workers.Shared workers) {
        Five9Settings settings = client.settings();
        this.agent = agent;
        this.lane = new StreamLane(agent, lane, workers, Five9ErrorMapper::link);
        this.events = events;
        this.link = new StreamLink(agent, events);
        this.client = client;
        this.seats = seats;
        this.seat = seats.take(agent);
        this.timers = new Timers(timer);
        this.errands = new Five9Errands(this, this.lane, client, seat);
        this.hearing = new Five9Hearing(agent, events, seat, settings, errands);
        this.line = new Five9Line(client);
        this.rereads = new Rereads(this::read, () -> link.is(StreamState.UP), timers, this.lane::run);
        this.moves = new Five9Moves(agent, seat, settings, timers, this.lane::run, this::failed);
        this.comeback =
                new Comeback(link, timers, this.lane::run, client.settings().backoff(), this::connect);
        seat.follow(errands);
        seat.pending().lockedFor(settings.dialLook().multipliedBy(LOOKS));
    }

    @Override
    public StreamState state() {
        return link.state();
    }

    @Override
    public void open() {
        client.whenMoved(agent, () -> lane.run(this::movedUnheard));
        lane.run(this::connect);
    }

    private void movedUnheard() {
        if (link.is(StreamState.UP) || link.is(StreamState.READING)) {
            moves.refusedHere();
        } else {
            moves.noticed();
        }
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
            client.leave(agent);
            seats.leave(agent, seat);
        }
    }

    // ---- what its errands need

    AgentSession agent() {
        return agent;
    }

    PlatformEvents events() {
        return events;
    }

    Timers timers() {
        return timers;
    }

    Rereads rereads() {
        return rereads;
    }

    Five9Hearing hearing() {
        return hearing;
    }

    void leaving() {
        line.leaving(true);
    }

    /** He could not be let go. */
    void stays() {
        line.leaving(false);
        if (line.broken()) {
            failed(new VendorException(Code.LINK_DOWN, "the event stream was left"));
        } else {
            reread();
        }
    }

    // ---- connecting

    private void connect() {
        link.become(StreamState.CONNECTING, Optional.empty());
        stop();
        Object mine = line.begin();
        TextSocket.Ears ears = ears();
        lane.signOn(() -> signOn(mine, ears), state -> connected(), this::failed);
    }

    /** On a worker. An agent who is not at work has no events. */
    private String signOn(Object mine, TextSocket.Ears ears) {
        if (client.locate(agent)) {
            moves.noticed();
        }
        String state = Five9SignOn.goOn(client, agent, seat.resumes());
        if (state.equals(Five9Agent.WORKING)) {
            Five9Reading.learn(client, agent, seat);
            line.open(mine, agent, ears);
        }
        return state;
    }

    private TextSocket.Ears ears() {
        StreamLane.Way here = lane.ofThisTry();
        return new TextSocket.Ears(
                text -> {
                    line.heard();
                    here.takesOr(() -> hear(text), rereads::missed);
                },
                why -> here.takesOr(() -> lost(why), rereads::missed));
    }

    private void connected() {
        hearing.begin();
        line.lives();
        link.become(StreamState.READING, Optional.empty());
        keptBack.readingBegins();
        read();
    }

    /** He is at work now. */
    private void openLate() {
        opening = true;
        Object mine = line.current();
        TextSocket.Ears ears = ears();
        lane.work(
                () -> {
                    Five9Reading.learn(client, agent, seat);
                    line.open(mine, agent, ears);
                    return mine;
                },
                opened -> {
                    opening = false;
                    hearing.begin();
                    line.lives();
                    read();
                },
                this::failed);
    }

    // ---- reading

    private void read() {
        if (opening) {
            rereads.missed();
            return;
        }
        rereads.begins();
        hearing.readingBegins();
        lane.work(() -> Five9Reading.of(client, agent, seat), this::readDone, this::readFailed);
    }

    private void readDone(Five9Reading now) {
        rereads.ends();
        if (now.agent().working() && !line.there()) {
            openLate();
            return;
        }
        if (line.broken()) {
            failed(Five9ErrorMapper.link(new IOException("closed while reading")));
            return;
        }
        line.news();
        try {
            hearing.willHear(keptBack.texts());
            hearing.current(now);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "five9 " + agent.key() + ": what was read was not understood");
            failed(Five9ErrorMapper.link(e));
            return;
        }
        if (link.is(StreamState.READING)) {
            link.become(StreamState.UP, Optional.empty());
            startTimers();
        }
        seat.hears(line.there());
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
        if (link.is(StreamState.READING) || Five9ErrorMapper.isFinal(why)) {
            failed(why);
            return;
        }
        LOG.log(Level.WARNING, "five9 {0}: could not be read again: {1}", new Object[] {agent.key(), why.code()});
        LOG.log(Level.FINE, why, () -> "five9 " + agent.key());
        rereads.later();
    }

    // ---- hearing

    private void hear(String text) {
        if (link.is(StreamState.UP) && !opening) {
            understand(text);
        } else {
            keptBack.keep(text);
        }
    }

    private void understand(String text) {
        try {
            Frame frame = Five9Json.frame(text);
            if (!moves.hear(frame, client) && hearing.hear(frame)) {
                line.news();
            }
        } catch (RuntimeException e) {
            // One bad message must not stop the rest.
            LOG.log(Level.WARNING, e, () -> "five9 " + agent.key() + ": a message was not understood");
            reread();
        }
    }

    // ---- time passes

    private void startTimers() {
        StreamLane.Way here = lane.ofThisTry();
        timers.again(line.tickEach(), () -> tick(here));
        timers.again(client.settings().watchInterval(), () -> here.takes(this::watch));
        timers.once(SOON, () -> here.takes(comeback::stood)); // if it stands so long
    }

    /** On the clock's thread: the platform drops who gives no sign of life in time, however far behind the lane is. */
    private void tick(StreamLane.Way here) {
        line.tick().ifPresent(dead -> here.takesOr(() -> failed(Five9ErrorMapper.link(dead)), rereads::missed));
    }

    /** A socket that answers pings may be dead all the same (sheet 5.6): what is not pushed is found by asking. */
    private void watch() {
        Five9Settings settings = client.settings();
        Duration patience = hearing.busy() ? settings.silentAfter() : settings.idleAfter();
        if (rereads.wanted() || line.silent(patience)) {
            reread();
        }
    }

    // ---- losing

    private void lost(Exception why) {
        if (line.leaving() || link.is(StreamState.CONNECTING) || opening) {
            return; // while one is opened, that itself says why it failed
        }
        moves.closed(why, client);
        failed(Five9ErrorMapper.link(why));
    }

    /** What was begun is history now. */
    private void stop() {
        lane.nextTry();
        keptBack.forget();
        timers.stop();
        moves.over();
        rereads.stop();
        opening = false;
        seat.hears(false);
        line.taken().ifPresent(dead -> lane.aside(dead::cut));
    }

    void failed(VendorException why) {
        if (!link.is(StreamState.CONNECTING) && !link.is(StreamState.READING) && !link.is(StreamState.UP)) {
            return; // it has failed already, and the next try is on its way
        }
        stop();
        if (Five9ErrorMapper.isFinal(why)) {
            comeback.never(why);
        } else {
            comeback.after(why);
        }
    }
}
