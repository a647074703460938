package dev.trunkline.vendor.gws;

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
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Breath breath = new Breath(System::nanoTime);
    private final Breath breaks = new Breath(System::nanoTime);

    /** Something was not told, or was asked for while we were reading: read again. */
    private volatile boolean missed;
    /** Kept also for {@link #close}, which comes on any thread. */
    private volatile Optional<GwsListening> listening = Optional.empty();

    /** What is heard of an earlier one is history. */
    private volatile Object current = new Object();

    private Backoff backoff;
    private boolean reading;
    /** The clock will ask for what was missed. */
    private boolean waiting;

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
        this.backoff =
                Backoff.of(client.settings().backoffFirst(), client.settings().backoffLongest());
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
        lane.run(() -> {
            if (link.is(StreamState.READING)) {
                missed = true; // what is being read now may be older than the question
            } else if (link.is(StreamState.UP) && (reading || breath.out())) {
                later(); // the same
            } else if (link.is(StreamState.UP)) {
                read();
            }
        });
    }

    @Override
    public void deaf() {
        LOG.warning(() -> "gws " + agent.key() + ": calls changed and the event stream did not say so");
        lane.run(() ->
                unlessClosed(() -> failed(new VendorException(Code.LINK_DOWN, "the event stream tells nothing"))));
    }

    @Override
    public void window(String call) {
        timers.once(
                client.settings().wrapUpWindow(), () -> lane.run(() -> unlessClosed(() -> hearing.windowOver(call))));
    }

    @Override
    public void failedLate(String command, VendorException failure) {
        lane.run(() -> unlessClosed(() -> events.failed(command, failure)));
    }

    /** Before the session's end, which would look like a loss (sheet 2.5). */
    @Override
    public void leaving() {
        leaving = true;
        listening.ifPresent(GwsListening::end);
    }

    /**
     * Whatever came of it: the platform is asked. That signs in once more, since the HTTP session ended with it; the new one idles until the
     * server forgets it: to end it would also log out an agent who has come back by another desktop.
     */
    @Override
    public void left() {
        lane.run(() -> unlessClosed(() -> work(
                () -> GwsReading.of(client, agent),
                now -> {
                    hearing.current(now);
                    if (!GwsAgent.loggedOut(now.agent().device())) {
                        stays();
                    }
                },
                this::failed)));
    }

    /** The platform did not let him go. */
    private void stays() {
        leaving = false;
        failed(new VendorException(Code.LINK_DOWN, "the event stream was left"));
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
            taken().ifPresent(open -> lane.aside(open::end));
            client.leave(agent);
            seats.leave(agent, seat);
        }
    }

    // ---- connecting

    private void connect() {
        if (link.is(StreamState.CLOSED)) {
            return;
        }
        link.become(StreamState.CONNECTING, Optional.empty());
        stop();
        leaving = false;
        Object mine = new Object();
        current = mine;
        GwsListening.Ears ears = ears(mine);
        lane.signOn(() -> signOn(mine, ears), subscribing -> {}, why -> unlessClosed(() -> failed(why)));
    }

    /** On a worker: the end, or another try, may come in the middle of it, and then nobody else would end this one. */
    private GwsListening signOn(Object mine, GwsListening.Ears ears) {
        GwsListening signedOn = GwsSignOn.connect(client, agent, ears);
        if (!keeps(mine, signedOn)) {
            signedOn.cut();
        }
        return signedOn;
    }

    private synchronized boolean keeps(Object mine, GwsListening signedOn) {
        boolean wanted = mine == current && !link.is(StreamState.CLOSED);
        if (wanted) {
            listening = Optional.of(signedOn);
        }
        return wanted;
    }

    /** Whoever takes it ends it; one that still comes of what was begun before is ended by {@link #signOn}. */
    private synchronized Optional<GwsListening> taken() {
        Optional<GwsListening> last = listening;
        listening = Optional.empty();
        current = new Object();
        return last;
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
        boolean taken = lane.run(() -> unlessClosed(() -> {
            if (mine == current) {
                task.run();
            }
        }));
        if (!taken) {
            missed = true;
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
        reading = false;
        waiting = false;
    }

    private void lost(VendorException why) {
        if (!leaving) {
            failed(why);
        }
    }

    // ---- reading

    private void read() {
        reading = true;
        missed = false;
        breath.taken();
        hearing.readingBegins();
        work(() -> GwsReading.of(client, agent), this::readDone, this::readFailed);
    }

    private void readDone(GwsReading now) {
        reading = false;
        hearing.current(now);
        if (!link.is(StreamState.UP)) {
            link.become(StreamState.UP, Optional.empty());
            startTimers();
            keptBack.readingEnds(hearing::hear);
        }
        rereadIfMissed();
    }

    /** Events are still good: only what was asked for on the way must be asked for again. */
    private void readFailed(VendorException why) {
        reading = false;
        if (link.is(StreamState.READING) || GwsErrorMapper.isFinal(why)) {
            failed(why);
            return;
        }
        LOG.log(Level.WARNING, why, () -> "gws " + agent.key() + ": could not be read again");
        later();
    }

    private void later() {
        missed = true;
        if (!waiting) {
            waiting = true;
            timers.once(SOON, () -> lane.run(() -> unlessClosed(this::rereadIfMissed)));
        }
    }

    private void rereadIfMissed() {
        waiting = false;
        if (missed) {
            missed = false;
            reread();
        }
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
        timers.again(client.settings().watchInterval(), () -> here.takes(() -> unlessClosed(this::watch)));
        timers.once(SOON, () -> here.takes(() -> backoff = backoff.afterSuccess())); // if it stands so long
    }

    /** What is not pushed is found by asking, while there is anything to be missed. */
    private void watch() {
        if (hearing.busy() || missed) {
            reread();
        }
    }

    // ---- losing

    private void failed(VendorException why) {
        stop();
        taken().ifPresent(dead -> lane.aside(dead::cut));
        if (GwsErrorMapper.isFinal(why)) {
            refused(why);
            return;
        }
        if (!link.is(StreamState.WAITING)) {
            link.become(StreamState.WAITING, Optional.of(why));
        }
        timers.once(backoff.delay(), () -> lane.run(this::retry));
        backoff = backoff.afterFailure();
    }

    /** Also while the library is still trying. */
    private void refused(VendorException why) {
        if (link.is(StreamState.WAITING)) {
            link.become(StreamState.CONNECTING, Optional.empty());
        }
        link.become(StreamState.REFUSED, Optional.of(why));
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

    private void unlessClosed(Runnable task) {
        if (!link.is(StreamState.CLOSED)) {
            task.run();
        }
    }
}
