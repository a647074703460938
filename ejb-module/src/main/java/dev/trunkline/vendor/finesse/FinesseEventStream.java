package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Comeback;
import dev.trunkline.port.stream.KeptBack;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.port.stream.StreamLink;
import dev.trunkline.port.stream.Timers;
import dev.trunkline.port.stream.Workers;
import dev.trunkline.vendor.finesse.wire.Update;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
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
    private final StreamLane lane;
    private final FinesseClient client;
    private final FinesseSeats seats;
    private final FinesseSeat seat;
    private final Timers timers;
    private final FinesseHearing hearing;
    private final FinesseErrands errands;
    private final FinesseOutage outage = new FinesseOutage();
    private final PlatformEvents events;
    private final StreamLink link;
    private final KeptBack keptBack = new KeptBack();

    /** Something was not told, or was asked for while we were reading: read again. */
    private volatile boolean missed;
    /** Kept also for {@link #close}, which comes on any thread. */
    private volatile Optional<FinesseConnection> connection = Optional.empty();

    /** Where the agent is or was last. */
    private Optional<URI> node = Optional.empty();

    private final Comeback comeback;
    private int unanswered;
    /** Signed in again, and Finesse has not said yet that it is so: what is read or asked before would be refused. */
    private boolean awaitsSignIn;

    /** Where work is done that must not block the lane. */
    record FinesseThreads(ScheduledExecutorService timer, Workers.Shared workers) {}

    FinesseEventStream(
            AgentSession agent,
            Executor lane,
            PlatformEvents events,
            FinesseClient client,
            FinesseSeats seats,
            FinesseThreads threads) {
        this.agent = agent;
        this.lane = new StreamLane(agent, lane, threads.workers(), FinesseErrorMapper::link);
        this.events = events;
        this.link = new StreamLink(agent, events);
        this.client = client;
        this.seats = seats;
        this.seat = seats.take(agent);
        this.timers = new Timers(threads.timer());
        this.errands = new FinesseErrands(this, this.lane, client, seat, outage);
        this.hearing = new FinesseHearing(agent, events, seat, errands);
        this.comeback =
                new Comeback(link, timers, this.lane::run, client.settings().backoff(), this::connect);
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
            if (link.is(StreamState.UP) && keptBack.reading()) {
                missed = true; // what is being read now may be older than the question
            } else if (link.is(StreamState.UP)) {
                read();
            }
        });
    }

    AgentSession agent() {
        return agent;
    }

    /** XMPP asks for the credential only when it connects: the connection that stands goes on. */
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
            connection.ifPresent(open -> lane.aside(open::close));
            client.leave(agent);
            seats.leave(agent, seat);
        }
    }

    private void connect() {
        link.become(StreamState.CONNECTING, Optional.empty());
        lane.nextTry();
        keptBack.forget();
        boolean signedIn =
                seat.user().filter(user -> !user.state().equals("LOGOUT")).isPresent();
        FinesseSignOn.Before before = new FinesseSignOn.Before(node, signedIn);
        StreamLane.Way here = lane.ofThisTry();
        var ears = new FinesseConnection.Ears(
                text -> here.takesOr(() -> hear(text), this::missed),
                why -> here.takesOr(() -> lost(why), this::missed),
                this::reread);
        lane.signOn(() -> signOn(before, ears), this::connected, this::failed);
    }

    /** On a worker: {@link #close} may come in the middle of it, and then nobody else would close this one. */
    private FinesseSignOn signOn(FinesseSignOn.Before before, FinesseConnection.Ears ears) {
        FinesseSignOn signedOn = FinesseSignOn.connect(client, agent, before, ears);
        connection = Optional.of(signedOn.connection());
        if (link.is(StreamState.CLOSED)) {
            signedOn.connection().cut();
        }
        return signedOn;
    }

    /** While connecting, the sign-on itself says why it failed, and more exactly. */
    private void lost(Exception why) {
        if (!link.is(StreamState.CONNECTING)) {
            failed(FinesseErrorMapper.link(why));
        }
    }

    private void connected(FinesseSignOn signedOn) {
        outage.connected(node.filter(last -> !last.equals(signedOn.node())).isPresent());
        node = Optional.of(signedOn.node());
        hearing.begin(signedOn.notReadyLabels(), client.ccx(agent));
        unanswered = 0;
        link.become(StreamState.READING, Optional.empty());
        awaitsSignIn = signedOn.again();
        if (awaitsSignIn) {
            StreamLane.Way here = lane.ofThisTry();
            timers.once(client.settings().stepTimeout(), () -> here.takesOr(this::signedInAgain, this::missed));
        } else {
            read();
        }
    }

    private void signedInAgain() {
        if (awaitsSignIn) {
            awaitsSignIn = false;
            read();
        }
    }

    private void read() {
        keptBack.readingBegins();
        Set<String> openCalls = events.openCalls();
        Optional<FinesseConnection> asked = connection;
        lane.work(() -> readAndCatchUp(openCalls, asked), this::readDone, this::readFailed);
    }

    /** What was pushed before Finesse was read must not come after it. */
    private FinesseReading readAndCatchUp(Set<String> openCalls, Optional<FinesseConnection> asked) {
        FinesseReading now = FinesseReading.of(client, agent, openCalls);
        asked.ifPresent(FinesseConnection::catchUp);
        return now;
    }

    private void readDone(FinesseReading now) {
        if (connection.filter(FinesseConnection::isOpen).isEmpty()) {
            failed(FinesseErrorMapper.link(new NotConnectedException("while reading")));
            return;
        }
        List<Update> pushed = FinesseHearing.understood(keptBack.texts());
        if (link.is(StreamState.UP)) {
            keptBack.tell(hearing::hear);
            hearing.current(now.after(pushed));
            keptBack.readingEnds(hearing::hear);
        } else {
            FinesseReading first = now.before(pushed);
            hearing.current(first);
            comeback.stood();
            link.become(StreamState.UP, Optional.empty());
            startTimers();
            keptBack.readingEnds(text -> hearing.hearLate(text, first));
        }
        errands.restoreReady(now);
        rereadIfMissed();
    }

    /** Events are still good: only what was asked for on the way must be asked for again. */
    private void readFailed(VendorException why) {
        if (link.is(StreamState.READING) || FinesseErrorMapper.isFinal(why)) {
            failed(why);
            return;
        }
        LOG.log(Level.WARNING, why, () -> "finesse " + agent.key() + ": could not be read again");
        missed = true;
        keptBack.readingEnds(hearing::hear);
    }

    private void hear(String text) {
        if (keptBack.reading() || !link.is(StreamState.UP)) {
            keptBack.keep(text);
            if (awaitsSignIn && FinesseHearing.isSignedIn(text)) {
                signedInAgain();
            }
        } else {
            hearing.hear(text);
        }
    }

    void failed(VendorException why) {
        lane.nextTry();
        keptBack.forget();
        timers.stop();
        awaitsSignIn = false;
        outage.lost(seat.user());
        connection.ifPresent(dead -> lane.aside(dead::cut));
        connection = Optional.empty();
        if (FinesseErrorMapper.isFinal(why)) {
            comeback.never(why);
        } else {
            comeback.after(why);
        }
    }

    private void startTimers() {
        StreamLane.Way here = lane.ofThisTry();
        timers.again(client.settings().pingInterval(), () -> here.takesOr(() -> ping(here), this::missed));
        timers.again(client.settings().reconcileInterval(), () -> here.takes(this::reconcile));
    }

    private void ping(StreamLane.Way here) {
        if (unanswered >= client.settings().pingMisses()) {
            failed(FinesseErrorMapper.link(new NotConnectedException("no answer to a ping")));
            return;
        }
        unanswered++;
        connection.ifPresent(open -> open.ping(() -> here.takes(() -> unanswered = 0)));
        if (outage.isOutOfService()) {
            errands.lookElsewhere(node);
        } else {
            rereadIfMissed();
        }
    }

    private void reconcile() {
        if (hearing.busy() && !outage.isOutOfService()) {
            reread();
        }
    }

    private void missed() {
        missed = true;
    }

    private void rereadIfMissed() {
        if (missed) {
            missed = false;
            reread();
        }
    }
}
