package dev.trunkline.desk;

import dev.trunkline.call.CallLedger;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.Lane;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.Origin;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.model.Refusal;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorService;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One agent on one platform. What the platform tells comes in on one lane, what is asked of it goes out on another, so that a slow
 * answer does not hold back the events. Its monitor guards all state; while it is held nothing is waited for.
 */
public final class Desk implements PlatformEvents {
    private static final Logger LOG = Logger.getLogger(Desk.class.getName());
    private static final int EVENTS_WAITING = 20_000;
    private static final Duration ENDED_REMEMBERED = Duration.ofHours(1);

    private final AgentKey key;
    private final VendorService platform;
    private final Surroundings around;
    private final Lane fromPlatform;
    private final CallLedger ledger;
    private final Telling telling;
    private final Voice voice;
    private final Errands errands;
    /** Commands are taken one after the other, so that of two dials only one finds the agent free; storing them takes its time. */
    private final Lock turn = new ReentrantLock();

    private final Presence presence = new Presence(this);
    private final News news = new News(this);
    private final Syncing syncing = new Syncing(this);

    Desk(AgentKey key, VendorService platform, Surroundings around) {
        this.key = key;
        this.platform = platform;
        this.around = around;
        String name = key + " on " + platform.vendor();
        this.errands =
                new Errands(this, new Lane(name + ", out", around.outward(), around.laneCapacity() + Errands.RESERVE));
        this.fromPlatform = new Lane(name + ", in", around.threads(), EVENTS_WAITING);
        this.voice = new Voice(key, platform, around);
        this.ledger = new CallLedger(key, platform.vendor());
        this.telling = new Telling(key, platform, around.region());
        ledger.load(openCallsStored(), endedCallsStored());
        errands.load();
    }

    private List<CallRecord> openCallsStored() {
        return around.calls().open(key, platform.vendor());
    }

    private Map<String, String> endedCallsStored() {
        return around.calls().endedSince(key, platform.vendor(), Instant.now().minus(ENDED_REMEMBERED));
    }

    // ---- what others see

    public AgentKey key() {
        return key;
    }

    public VendorService platform() {
        return platform;
    }

    /** Without the monitor: the log's writer asks while it tells, and must never wait for a desk that waits for the log. */
    public Optional<SignIn> signIn() {
        return presence.signIn();
    }

    public synchronized Optional<AgentSnapshot> agent() {
        return presence.agent();
    }

    public synchronized boolean expired() {
        return presence.expired();
    }

    public synchronized StreamState link() {
        return presence.link();
    }

    public synchronized Collection<CallRecord> calls() {
        return ledger.open();
    }

    /** Whether nobody waits for anything here: no call is open, no command unsettled. */
    synchronized boolean idle() {
        return ledger.open().isEmpty() && errands.waiting().isEmpty();
    }

    public synchronized boolean waitsFor(Predicate<CommandRecord> what) {
        return errands.waiting().holds(what);
    }

    /** Whether one more command can be taken: not while what is stored and what we know are two things. */
    public boolean hasRoom() {
        return errands.hasRoom() && !voice.lost();
    }

    /** Held by whoever takes a command in, from the first look at the agent until the desk has it. */
    public Lock turn() {
        return turn;
    }

    /** State of the agent, as a message: Logged_Out if he is not signed in. */
    public synchronized AgentTold agentTold() {
        return syncing.agent();
    }

    /** How things stand, as messages; if the link is still being built the asker is told again when it stands. */
    public List<AgentTold> sync(Optional<Asker> asker) {
        return syncing.now(asker);
    }

    @Override
    public synchronized Set<String> openCalls() {
        return ledger.openIds();
    }

    @Override
    public synchronized Map<String, String> openTexts() {
        return ledger.openTexts();
    }

    // ---- what is asked of the platform

    /** Takes a stored command: it is done on the lane, in its turn. */
    public synchronized void take(CommandRecord command, Optional<Asker> asker) {
        errands.take(command, asker);
    }

    /** Takes a stored Login. */
    public synchronized void takeLogin(CommandRecord command, SignIn wanted, boolean attach) {
        Waiting one = new Waiting(command);
        one.asked(Instant.now());
        errands.waiting().add(one);
        presence.begin(new LoginFlow(wanted, Optional.of(command), attach, false), one);
    }

    /** Takes a stored Logout of a session that is not ours to end. */
    public synchronized void takeLeave(CommandRecord command) {
        presence.leave(command);
    }

    /** Takes a command of before a restart. @param until when the gateway was seen alive last */
    synchronized void takeUp(CommandRecord command, Instant until) {
        errands.takeUp(command, "the gateway was restarted", until);
    }

    /** A stored sign-in: the agent is signed in from now on, over a link that is down until what is returned has been run. */
    synchronized Runnable reattachment(SignIn stored) {
        presence.expect(stored);
        return () -> {
            synchronized (this) {
                presence.reattach(stored);
            }
        };
    }

    synchronized void signInExpired() {
        presence.expire(Refusal.of(Code.AUTH_EXPIRED, "the sign-in could not be taken up again after a restart"));
    }

    // ---- what the platform tells

    @Override
    public synchronized void link(StreamState now, Optional<VendorException> why) {
        LOG.log(Level.FINE, "{0} on {1}: link {2}", new Object[] {key, platform.vendor(), now});
        if (now == StreamState.WAITING || now == StreamState.REFUSED) {
            errands.waiting().linkLost();
        }
        presence.link(now, why);
        syncing.settled();
    }

    @Override
    public synchronized void agent(AgentSnapshot now) {
        presence.told(now, Origin.EVENT);
    }

    @Override
    public synchronized void current(AgentSnapshot now, List<CallSnapshot> calls) {
        Optional<AgentSession> session = presence.session();
        presence.current(now);
        if (presence.session().isEmpty() && now.state() != AgentState.LOGGED_OUT) {
            return;
        }
        news.current(session, calls);
        syncing.settled();
    }

    @Override
    public synchronized void call(CallSnapshot call) {
        news.call(call);
    }

    @Override
    public void failed(String causedBy, VendorException failure) {
        news.failed(causedBy, failure.refusal());
    }

    @Override
    public synchronized void renewed(Credential credential) {
        presence.renewed(credential);
    }

    // ---- time passes

    /** Looks after what is overdue; called again and again. */
    void sweep(Instant now) {
        if (voice.lost() && voice.quiet() && around.log().intake().closed().isEmpty() && turn.tryLock()) {
            try {
                beginAgain();
            } finally {
                turn.unlock();
            }
        }
        synchronized (this) {
            if (errands.sweep(now, ledger)) {
                presence.reread();
            }
        }
    }

    /**
     * What could not be stored is not known: the ledger begins again from what is, the platform is read for the rest. Nothing of this
     * desk is stored between the reading and its end, since a voice that has lost something is silent.
     */
    private void beginAgain() {
        List<CallRecord> open = openCallsStored();
        Map<String, String> ended = endedCallsStored();
        List<CommandRecord> unsettled = around.commands().open(key, platform.vendor());
        synchronized (this) {
            ledger.load(open, ended);
            voice.found();
            errands.takeUpLost(unsettled);
            presence.beginAgain();
        }
    }

    synchronized void close() {
        presence.close();
    }

    // ---- for the two sides of the desk

    Surroundings around() {
        return around;
    }

    Telling telling() {
        return telling;
    }

    Errands errands() {
        return errands;
    }

    Presence presence() {
        return presence;
    }

    CallLedger ledger() {
        return ledger;
    }

    Lane fromPlatform() {
        return fromPlatform;
    }

    Voice voice() {
        return voice;
    }
}
