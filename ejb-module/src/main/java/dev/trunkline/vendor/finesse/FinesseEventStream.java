package dev.trunkline.vendor.finesse;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.Backoff;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jivesoftware.smack.SmackException.NotConnectedException;

/**
 * One agent's XMPP connection, from {@link #open} to {@link #close}. Everything here runs on the lane and therefore never at the
 * same time; what blocks runs on a worker and comes back to the lane; Smack's threads only hand over.
 */
final class FinesseEventStream implements EventStream {
    private static final Logger LOG = Logger.getLogger(FinesseEventStream.class.getName());

    private volatile AgentSession agent;
    private final FinesseLane lane;
    private final FinesseClient client;
    private final ScheduledExecutorService timers;
    private final FinesseHearing hearing;
    private final PlatformEvents events;

    private volatile StreamState state = StreamState.NEW;
    /** Something was not told, or was asked for while we were reading: read again. */
    private volatile boolean missed;
    /** Kept also for {@link #close}, which comes on any thread. */
    private volatile Optional<FinesseConnection> connection = Optional.empty();

    private volatile Optional<Future<?>> timer = Optional.empty();

    /** Where the agent is or was last. */
    private Optional<URI> node = Optional.empty();

    private Backoff backoff;
    /** What belongs to an earlier try is no longer listened to. */
    private int attempt;

    private int unanswered;
    private boolean reading;
    private final List<String> keptBack = new ArrayList<>();

    /** Where work is done that must not block the lane. */
    record FinesseThreads(ScheduledExecutorService timer, Executor workers) {}

    FinesseEventStream(
            AgentSession agent, Executor lane, PlatformEvents events, FinesseClient client, FinesseThreads threads) {
        this.agent = agent;
        this.lane = new FinesseLane(agent, lane, threads.workers());
        this.events = events;
        this.client = client;
        this.timers = threads.timer();
        this.hearing = new FinesseHearing(agent, events, this::reread);
        this.backoff =
                Backoff.of(client.settings().backoffFirst(), client.settings().backoffLongest());
    }

    @Override
    public StreamState state() {
        return state;
    }

    @Override
    public void open() {
        lane.run(this::connect);
    }

    @Override
    public void reread() {
        lane.run(() -> {
            if (state == StreamState.UP && reading) {
                missed = true; // what is being read now may be older than the question
            } else if (state == StreamState.UP) {
                read();
            }
        });
    }

    @Override
    public void renew(AgentSession renewed) {
        agent = renewed;
    }

    @Override
    public synchronized void close() {
        if (state == StreamState.CLOSED) {
            return;
        }
        state = StreamState.CLOSED;
        stopTimer();
        connection.ifPresent(open -> lane.aside(open::close));
        client.leave(agent);
    }

    private void connect() {
        if (state == StreamState.CLOSED) {
            return;
        }
        become(StreamState.CONNECTING, Optional.empty());
        attempt++;
        keptBack.clear();
        Optional<URI> signedInOn = hearing.signedIn() ? node : Optional.empty();
        int now = attempt;
        var ears = new FinesseConnection.Ears(heard(now), lost(now), () -> onLane(now, this::reread));
        work(() -> signOn(signedInOn, ears), this::connected, this::failed);
    }

    /** On a worker: {@link #close} may come in the middle of it, and then nobody else would close this one. */
    private FinesseSignOn signOn(Optional<URI> signedInOn, FinesseConnection.Ears ears) {
        FinesseSignOn signedOn = FinesseSignOn.connect(client, agent, signedInOn, ears);
        connection = Optional.of(signedOn.connection());
        if (state == StreamState.CLOSED) {
            signedOn.connection().cut();
        }
        return signedOn;
    }

    private Consumer<String> heard(int during) {
        return text -> onLane(during, () -> hear(text));
    }

    /** While connecting, the sign-on itself says why it failed, and more exactly. */
    private Consumer<Exception> lost(int during) {
        return why -> onLane(during, () -> {
            if (state != StreamState.CONNECTING) {
                failed(FinesseErrorMapper.link(why));
            }
        });
    }

    private void connected(FinesseSignOn signedOn) {
        node = Optional.of(signedOn.node());
        hearing.labels(signedOn.notReadyLabels());
        unanswered = 0;
        become(StreamState.READING, Optional.empty());
        read();
    }

    private void read() {
        reading = true;
        Set<String> openCalls = events.openCalls();
        work(() -> FinesseReading.of(client, agent, openCalls), this::readDone, this::readFailed);
    }

    private void readDone(FinesseReading now) {
        if (connection.filter(FinesseConnection::isOpen).isEmpty()) {
            failed(FinesseErrorMapper.link(new NotConnectedException("while reading")));
            return;
        }
        hearing.current(now);
        if (state == StreamState.READING) {
            backoff = backoff.afterSuccess();
            become(StreamState.UP, Optional.empty());
            startPing();
        }
        tellKeptBack(text -> hearing.hearLate(text, now));
        rereadIfMissed();
    }

    /** Events are still good: only what was asked for on the way must be asked for again. */
    private void readFailed(VendorException why) {
        if (state == StreamState.READING || FinesseErrorMapper.isFinal(why)) {
            failed(why);
            return;
        }
        LOG.log(Level.WARNING, why, () -> "finesse " + agent.key() + ": could not be read again");
        missed = true;
        tellKeptBack(hearing::hear);
    }

    private void tellKeptBack(Consumer<String> teller) {
        reading = false;
        List<String> waiting = List.copyOf(keptBack);
        keptBack.clear();
        waiting.forEach(teller);
    }

    private void hear(String text) {
        if (reading || state != StreamState.UP) {
            keptBack.add(text);
        } else {
            hearing.hear(text);
        }
    }

    private void failed(VendorException why) {
        attempt++;
        reading = false;
        stopTimer();
        connection.ifPresent(dead -> lane.aside(dead::cut));
        connection = Optional.empty();
        if (FinesseErrorMapper.isFinal(why)) {
            become(StreamState.REFUSED, Optional.of(why));
            return;
        }
        become(StreamState.WAITING, Optional.of(why));
        long delay = backoff.delay().toMillis();
        backoff = backoff.afterFailure();
        startTimer(() -> timers.schedule(() -> lane.run(this::retry), delay, MILLISECONDS));
    }

    private void retry() {
        if (state == StreamState.WAITING) {
            connect();
        }
    }

    private void startPing() {
        long every = client.settings().pingInterval().toMillis();
        int now = attempt;
        Runnable due = () -> onLane(now, () -> ping(now));
        startTimer(() -> timers.scheduleWithFixedDelay(due, every, every, MILLISECONDS));
    }

    private void ping(int during) {
        if (unanswered >= client.settings().pingMisses()) {
            failed(FinesseErrorMapper.link(new NotConnectedException("no answer to a ping")));
            return;
        }
        unanswered++;
        Runnable answered = () -> onLane(during, () -> unanswered = 0);
        connection.ifPresent(open -> open.ping(answered));
        rereadIfMissed();
    }

    private void rereadIfMissed() {
        if (missed) {
            missed = false;
            reread();
        }
    }

    private <T> void work(Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        int now = attempt;
        lane.work(
                blocking,
                result -> during(now, () -> then.accept(result)),
                why -> during(now, () -> otherwise.accept(why)));
    }

    private void onLane(int then, Runnable task) {
        if (!lane.run(() -> during(then, task))) {
            missed = true;
        }
    }

    /** Unless the try that it belongs to is history by now. */
    private void during(int then, Runnable task) {
        if (then == attempt && state != StreamState.CLOSED) {
            task.run();
        }
    }

    private void become(StreamState next, Optional<VendorException> why) {
        if (changed(next)) {
            LOG.fine(() -> "finesse " + agent.key() + ": " + next
                    + why.map(e -> ", " + e.getMessage()).orElse(""));
            events.link(next, why);
        }
    }

    private synchronized boolean changed(StreamState next) {
        if (state == StreamState.CLOSED) {
            return false;
        }
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        state = next;
        return true;
    }

    private synchronized void startTimer(Supplier<Future<?>> start) {
        stopTimer();
        if (state != StreamState.CLOSED) {
            timer = Optional.of(start.get());
        }
    }

    private synchronized void stopTimer() {
        timer.ifPresent(running -> running.cancel(false));
        timer = Optional.empty();
    }
}
