package dev.trunkline.desk;

import dev.trunkline.call.CallLedger;
import dev.trunkline.call.CallLedger.Changed;
import dev.trunkline.call.CallLedger.Stale;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.Dispatch;
import dev.trunkline.call.Lane;
import dev.trunkline.call.LedgerRows;
import dev.trunkline.call.Records;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.Change;
import dev.trunkline.event.Origin;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.port.VendorService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One agent on one platform. What the platform tells comes in on one lane, what is asked of it goes out on another, so that a slow
 * answer does not hold back the events. Its monitor guards all state; while it is held nothing is waited for but the database.
 */
public final class Desk implements PlatformEvents {
    private static final Logger LOG = Logger.getLogger(Desk.class.getName());
    private static final int EVENTS_WAITING = 20_000;
    private static final Duration ENDED_REMEMBERED = Duration.ofHours(1);

    private final AgentKey key;
    private final VendorService platform;
    private final Surroundings around;
    private final Lane toPlatform;
    private final Lane fromPlatform;
    private final CallLedger ledger;
    private final Telling telling;
    private final WaitingList waiting = new WaitingList();
    private final Presence presence = new Presence(this);
    /** Set by the log's writer; the next sweep sees to it, so that a database that is down is not asked in a loop. */
    private volatile boolean storeFailed;

    Desk(AgentKey key, VendorService platform, Surroundings around) {
        this.key = key;
        this.platform = platform;
        this.around = around;
        String name = key + " on " + platform.vendor();
        this.toPlatform = new Lane(name + ", out", around.threads(), around.laneCapacity());
        this.fromPlatform = new Lane(name + ", in", around.threads(), EVENTS_WAITING);
        this.ledger = new CallLedger(key, platform.vendor());
        this.telling = new Telling(key, platform, around.region());
        load();
    }

    private void load() {
        ledger.load(
                around.calls().open(key, platform.vendor()),
                around.calls().endedSince(key, platform.vendor(), Instant.now().minus(ENDED_REMEMBERED)));
    }

    // ---- what others see

    public AgentKey key() {
        return key;
    }

    public VendorService platform() {
        return platform;
    }

    public synchronized Optional<SignIn> signIn() {
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

    public synchronized boolean waitsFor(Verb verb) {
        return waiting.holds(verb);
    }

    public boolean hasRoom() {
        return toPlatform.hasRoom();
    }

    @Override
    public synchronized Set<String> openCalls() {
        return ledger.openIds();
    }

    // ---- what is asked of the platform

    /** Takes a stored command: it is done on the lane, in its turn. */
    public synchronized void take(CommandRecord command) {
        Waiting one = new Waiting(command);
        waiting.add(one);
        if (command.verb() != Verb.WRAP_UP || standsAt(command, LifeCycle.WRAP_UP)) {
            perform(one);
        }
    }

    /** Takes a stored Login. */
    public synchronized void takeLogin(CommandRecord command, SignIn wanted, boolean attach) {
        Waiting one = new Waiting(command);
        waiting.add(one);
        one.asked(Instant.now());
        presence.begin(new LoginFlow(wanted, Optional.of(command), attach, false), one);
    }

    /** Takes a stored Logout of a session that is not ours to end. */
    public synchronized void takeLeave(CommandRecord command) {
        presence.leave(command);
    }

    synchronized void reattach(SignIn stored) {
        presence.reattach(stored);
    }

    synchronized void signInExpired() {
        presence.expire(Refusal.of(Code.AUTH_EXPIRED, "the sign-in could not be taken up again after a restart"));
    }

    /** Takes a command of before a restart: it is never done again, only its effect is looked for. */
    synchronized void takeUp(CommandRecord command) {
        Waiting one = new Waiting(command);
        waiting.add(one);
        boolean kept = command.verb() == Verb.WRAP_UP
                && command.callId().flatMap(ledger::find).isPresent();
        if (command.sentAt().isPresent()) {
            one.asked(Instant.now());
            one.doubted(new VendorException(
                    Code.PLATFORM_TIMEOUT, "the gateway was restarted", Effect.DOUBTFUL, Map.of(), null));
        } else if (!kept) {
            fail(command, Refusal.of(Code.NOT_EFFECTIVE, "the gateway was restarted before the platform was asked"));
        }
    }

    private boolean standsAt(CommandRecord command, LifeCycle cycle) {
        return command.callId()
                .flatMap(ledger::find)
                .flatMap(CallRecord::lifeCycle)
                .equals(Optional.of(cycle));
    }

    /** Puts one on the lane that does not wait for its own effect. */
    void perform(CommandRecord command) {
        perform(waiting.find(command.id()).orElseGet(() -> new Waiting(command)));
    }

    void perform(Waiting one) {
        toPlatform.execute(() -> ask(one));
    }

    /** On the way out: no monitor is held and no transaction is open while the platform is asked. */
    private void ask(Waiting one) {
        Optional<AgentSession> session = asking(one);
        if (session.isEmpty()) {
            return;
        }
        try {
            Dispatch.perform(platform, session.get(), one.command);
            taken(one);
        } catch (VendorException refused) {
            refused(one, refused);
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.WARNING,
                    "Command " + one.command.id() + ": the adapter of " + platform.vendor() + " failed",
                    fault);
            refused(one, new VendorException(Code.INTERNAL_ERROR, "", Effect.DOUBTFUL, Map.of(), fault));
        }
    }

    private synchronized Optional<AgentSession> asking(Waiting one) {
        Optional<AgentSession> session = presence.session();
        if (session.isEmpty()) {
            fail(one.command, Refusal.of(Code.NOT_LOGGED_IN, "the agent is not signed in any more"));
            return session;
        }
        around.commands().sent(one.command);
        if (one.command.verb() == Verb.DROP) {
            one.command.callId().ifPresent(ledger::dropAsked);
        }
        one.asked(Instant.now());
        return session;
    }

    /** The platform took it. Where things are as wished already, no event will come to say so. */
    private synchronized void taken(Waiting one) {
        one.taken();
        presence.loginTaken(one.command);
        boolean soAlready = presence.agent().map(one::effectIn).orElse(false);
        if (soAlready && waiting.take(one.command.id()).isPresent()) {
            around.commands().done(one.command, Optional.empty());
            tell(platform.stateForms(presence.agent().orElseThrow()));
        }
    }

    private synchronized void refused(Waiting one, VendorException why) {
        if (why.effect() == Effect.NONE) {
            fail(one.command, why.refusal());
        } else {
            LOG.log(Level.INFO, "Command {0} on {1}: {2}; looking whether it took effect", new Object[] {
                one.command.id(), platform.vendor(), why.code()
            });
            one.doubted(why);
        }
    }

    void done(CommandRecord command) {
        waiting.take(command.id());
        around.commands().done(command, Optional.empty());
    }

    void fail(CommandRecord command, Refusal why) {
        if (waiting.take(command.id()).isPresent()) {
            Refusal full = why.on(command.channel()).of(command.verb()).answering(command.requestId());
            append(List.of(telling.failure(full, Optional.of(command), List.of(LedgerRows.failed(command, full)))));
        }
        presence.loginFailed(command);
    }

    // ---- what the platform tells

    @Override
    public synchronized void link(StreamState now, Optional<VendorException> why) {
        LOG.log(Level.FINE, "{0} on {1}: link {2}", new Object[] {key, platform.vendor(), now});
        presence.link(now, why);
    }

    @Override
    public synchronized void agent(AgentSnapshot now) {
        presence.told(now, Origin.EVENT);
    }

    @Override
    public synchronized void current(AgentSnapshot now, List<CallSnapshot> calls) {
        Optional<AgentSession> session = presence.session();
        presence.current(now);
        List<Change> changes = new ArrayList<>();
        calls.forEach(call -> callNow(call, Origin.RESYNC, changes));
        Set<String> present = Set.copyOf(calls.stream().map(CallSnapshot::id).toList());
        for (CallRecord known : ledger.open()) {
            if (session.isPresent() && !present.contains(known.callId().orElse(""))) {
                callNow(platform.gone(session.get(), known.raw()), Origin.RESYNC, changes);
            }
        }
        append(changes);
    }

    @Override
    public synchronized void call(CallSnapshot call) {
        List<Change> changes = new ArrayList<>();
        callNow(call, Origin.EVENT, changes);
        append(changes);
    }

    private void callNow(CallSnapshot news, Origin origin, List<Change> changes) {
        CallLedger.Outcome outcome = ledger.apply(news, origin, this::announce);
        if (outcome instanceof Changed changed) {
            List<CommandRecord> settled = waiting.takeShownBy(changed.after(), news.platformState());
            List<Change.Alongside> writes = new ArrayList<>();
            settled.forEach(command ->
                    writes.add(LedgerRows.done(command, changed.after().callId())));
            changes.add(telling.call(
                    changed, origin, presence.user(), settled.stream().findFirst(), writes));
            keptWrapUps(changed.after());
        } else if (outcome instanceof Stale) {
            presence.reread();
        } else {
            ledger.find(news.id()).ifPresent(call -> waiting.takeShownBy(call, news.platformState())
                    .forEach(command -> around.commands().done(command, call.callId())));
        }
    }

    private CallRecord announce(CallSnapshot news) {
        String channel = presence.signIn().map(SignIn::channel).orElse(platform.defaultChannel());
        return Records.found(key, platform.vendor(), channel, news, waiting.dialOf(news));
    }

    /** An outcome given during the call is set when wrap-up begins; if none comes, it had no effect (contract 2.1). */
    private void keptWrapUps(CallRecord call) {
        List<Waiting> kept = waiting.keptWrapUps(call);
        if (!kept.isEmpty() && call.lifeCycle().equals(Optional.of(LifeCycle.WRAP_UP))) {
            kept.forEach(one -> one.asked(Instant.now()));
            perform(kept.get(kept.size() - 1));
        } else if (call.endedAt().isPresent()) {
            kept.forEach(one -> fail(one.command, Refusal.of(Code.NOT_EFFECTIVE, "the call ended without wrap-up")));
        }
    }

    @Override
    public synchronized void failed(String causedBy, VendorException failure) {
        Optional<Waiting> one = waiting.find(causedBy);
        if (one.isPresent()) {
            fail(one.get().command, failure.refusal());
        } else {
            append(List.of(telling.failure(failure.refusal(), Optional.empty(), List.of())));
        }
    }

    // ---- time passes

    /** Looks after commands whose effect is overdue; called again and again. */
    synchronized void sweep(Instant now) {
        if (storeFailed) {
            storeFailed = false;
            load();
            presence.beginAgain();
        }
        waiting.late(around.patience(), now).forEach(this::giveUp);
        if (waiting.dueForReread(around.patience(), now)) {
            presence.reread();
        }
    }

    private void giveUp(Waiting one) {
        Refusal why = one.verdict();
        if (why.code() == Code.OUTCOME_UNKNOWN && one.isDial()) {
            waiting.rememberUnknown(one);
        }
        fail(one.command, why);
    }

    synchronized void close() {
        presence.close();
    }

    // ---- for the agent's side of the desk

    Surroundings around() {
        return around;
    }

    Telling telling() {
        return telling;
    }

    WaitingList waiting() {
        return waiting;
    }

    Lane toPlatform() {
        return toPlatform;
    }

    Lane fromPlatform() {
        return fromPlatform;
    }

    void tell(Map<String, String> forms) {
        around.told().accept(new AgentTold(key, platform.vendor(), forms));
    }

    /** What could not be stored is not known: the ledger begins again from what is, and the platform is read for the rest. */
    void append(List<Change> changes) {
        if (!changes.isEmpty()) {
            around.log().append(changes).whenComplete((stored, failure) -> {
                if (failure != null) {
                    storeFailed = true;
                }
            });
        }
    }
}
