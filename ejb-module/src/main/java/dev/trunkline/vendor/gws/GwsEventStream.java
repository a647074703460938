package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Breath;
import dev.trunkline.port.stream.Comeback;
import dev.trunkline.port.stream.Held;
import dev.trunkline.port.stream.KeptBack;
import dev.trunkline.port.stream.Rereads;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.port.stream.StreamLink;
import dev.trunkline.port.stream.Timers;
import dev.trunkline.port.stream.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One agent's event stream, from {@link #open} to {@link #close}. Everything here runs on the lane and therefore never at the same time; what
 * blocks runs on a worker and comes back to the lane; the library's threads only hand over. A poll that fails is tried again by the library,
 * in the same session while the server remembers it: what was queued there comes then, but a lost answer does not, so we read all the same.
 */
final class GwsEventStream implements EventStream, GwsHearing.Follow, GwsSeat.Follow {
    private static final Logger LOG = Logger.getLogger(GwsEventStream.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);

    private volatile AgentSession agent;
    private final StreamLane lane;
    private final GwsClient client;
    private final GwsSeats seats;
    private final GwsSeat seat;
    private final Timers timers;
    private final GwsHearing hearing;
    private final PlatformEvents events;
    private final StreamLink link;
    private final KeptBack keptBack = new KeptBack();
    private final Rereads rereads;
    private final Comeback comeback;
    private final Breath breaks = new Breath(System::nanoTime);

    private final Held<GwsListening> listening = new Held<>();

    /** The platform is about to end the session: that polls do not come through is no loss. */
    private volatile boolean leaving;

    GwsEventStream(
            AgentSession agent,
            Executor lane,
            PlatformEvents events,
            GwsClient client,
            GwsSeats seats,
            ScheduledExecutorService timer,
            Workers.Shared workers) {
        this.agent = agent;
        this.lane = new StreamLane(agent, lane, workers, GwsErrorMapper::link);
        this.events = events;
        this.link = new StreamLink(agent, events);
        this.client = client;
        this.seats = seats;
        this.seat = seats.take(agent);
        this.timers = new Timers(timer);
        this.hearing = new GwsHearing(agent, events, seat, client, this);
        this.rereads = new Rereads(this::read, () -> link.is(StreamState.UP), timers, this.lane::run);
        this.comeback =
                new Comeback(link, timers, this.lane::run, client.settings().backoff(), this::connect);
        seat.follow(this);
    }

    @Override
    public StreamState state() {
        return link.state();
    }

    @Override
    public void open() {
        lane.run(this::connect);
    }

    @Override
    public void reread() {
        lane.run(rereads::ask);
    }

    @Override
    public void deaf() {
        LOG.warning(() -> "gws " + agent.key() + ": calls changed and the event stream did not say so");
        lane.run(() -> failed(new VendorException(Code.LINK_DOWN, "the event stream tells nothing")));
    }

    @Override
    public void window(String call) {
        timers.once(client.settings().wrapUpWindow(), () -> lane.run(() -> hearing.windowOver(call)));
    }

    @Override
    public void failedLate(String command, VendorException failure) {
        lane.run(() -> events.failed(command, failure));
    }

    /** Before the session's end, which would look like a loss (sheet 2.5). */
    @Override
    public void leaving() {
        leaving = true;
        listening.get().ifPresent(GwsListening::end);
    }

    /**
     * Whatever came of it: the platform is asked. That signs in once more, since the HTTP session ended with it; the new one idles until the
     * server forgets it: to end it would also log out an agent who has come back by another desktop.
     */
    @Override
    public void left() {
        lane.run(() -> lane.work(
                () -> GwsReading.of(client, agent),
                now -> {
                    hearing.current(now);
                    if (!GwsAgent.loggedOut(now.agent().device())) { // the platform did not let him go
                        leaving = false;
                        failed(new VendorException(Code.LINK_DOWN, "the event stream was left"));
                    }
                },
                this::failed));
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
            listening.close().ifPresent(open -> lane.aside(open::end));
            client.leave(agent);
            seats.leave(agent, seat);
        }
    }

    // ---- connecting

    private void connect() {
        link.become(StreamState.CONNECTING, Optional.empty());
        stop();
        leaving = false;
        Object mine = listening.begin();
        GwsListening.Ears ears = ears(mine);
        lane.signOn(() -> signOn(mine, ears), subscribing -> {}, this::failed);
    }

    /** On a worker: the end, or another try, may come in the middle of it, and then nobody else would end this one. */
    private GwsListening signOn(Object mine, GwsListening.Ears ears) {
        GwsListening signedOn = GwsSignOn.connect(client, agent, ears);
        if (!listening.keeps(mine, signedOn)) {
            signedOn.cut();
        }
        return signedOn;
    }

    /** Of one session of ours there, however often polls fail. */
    private GwsListening.Ears ears(Object mine) {
        return new GwsListening.Ears(
                (channel, data) -> of(mine, () -> hear(data)),
                () -> of(mine, this::stands),
                why -> of(mine, () -> broken(why)),
                why -> of(mine, () -> lost(why)));
    }

    private void of(Object mine, Runnable task) {
        boolean taken = lane.run(() -> {
            if (listening.isCurrent(mine)) {
                task.run();
            }
        });
        if (!taken) {
            rereads.missed();
        }
    }

    /** For the first time, or again. */
    private void stands() {
        if (link.is(StreamState.WAITING)) {
            link.become(StreamState.CONNECTING, Optional.empty());
        }
        if (!link.is(StreamState.CONNECTING)) {
            reread();
            return;
        }
        hearing.begin();
        link.become(StreamState.READING, Optional.empty());
        keptBack.readingBegins();
        read();
    }

    /** The library tries again: what it hears until we have read is kept. */
    private void broken(VendorException why) {
        if (leaving || link.is(StreamState.WAITING)) {
            return;
        }
        if (link.is(StreamState.CONNECTING) || breaks.out()) {
            failed(why); // the library does not wait where it was told to shake hands again
            return;
        }
        breaks.taken();
        stop();
        link.become(StreamState.WAITING, Optional.of(why));
    }

    /** What was begun is history now. */
    private void stop() {
        lane.nextTry();
        keptBack.forget();
        timers.stop();
        rereads.stop();
    }

    private void lost(VendorException why) {
        if (!leaving) {
            failed(why);
        }
    }

    // ---- reading

    private void read() {
        rereads.begins();
        hearing.readingBegins();
        lane.work(() -> GwsReading.of(client, agent), this::readDone, this::readFailed);
    }

    private void readDone(GwsReading now) {
        rereads.ends();
        hearing.willHear(keptBack.texts());
        hearing.current(now);
        if (!link.is(StreamState.UP)) {
            link.become(StreamState.UP, Optional.empty());
            startTimers();
            keptBack.readingEnds(hearing::hear);
        }
        rereads.askIfMissed();
    }

    /** Events are still good: only what was asked for on the way must be asked for again. */
    private void readFailed(VendorException why) {
        rereads.ends();
        if (link.is(StreamState.READING) || GwsErrorMapper.isFinal(why)) {
            failed(why);
            return;
        }
        LOG.log(Level.WARNING, why, () -> "gws " + agent.key() + ": could not be read again");
        rereads.later();
    }

    // ---- hearing

    private void hear(String data) {
        if (link.is(StreamState.UP)) {
            hearing.hear(data);
        } else {
            keptBack.keep(data);
        }
    }

    // ---- time passes

    private void startTimers() {
        StreamLane.Way here = lane.ofThisTry();
        timers.again(client.settings().watchInterval(), () -> here.takes(this::watch));
        timers.once(SOON, () -> here.takes(comeback::stood)); // if it stands so long
    }

    /** What is not pushed is found by asking, while there is anything to be missed. */
    private void watch() {
        if (hearing.busy() || rereads.wanted()) {
            reread();
        }
    }

    // ---- losing

    private void failed(VendorException why) {
        stop();
        listening.taken().ifPresent(dead -> lane.aside(dead::cut));
        if (GwsErrorMapper.isFinal(why)) {
            comeback.never(why); // also while the library is still trying
        } else {
            comeback.after(why);
        }
    }
}
