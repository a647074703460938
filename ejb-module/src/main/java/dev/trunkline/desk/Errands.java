package dev.trunkline.desk;

import dev.trunkline.call.CallLedger;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.Ids;
import dev.trunkline.call.Lane;
import dev.trunkline.call.LedgerRows;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a desk asks of the platform: each command in its turn, and what becomes of it. Guarded by the desk's monitor, which is not
 * held while the platform is asked.
 */
final class Errands {
    private static final Logger LOG = Logger.getLogger(Errands.class.getName());

    /** Places of the lane that no command takes: for what the desk itself has to do. */
    static final int RESERVE = 20;

    private final Desk desk;
    private final Lane lane;
    private final WaitingList waiting = new WaitingList();
    private final RingLimits ringing = new RingLimits();
    private final Asking asking;

    Errands(Desk desk, Lane lane) {
        this.desk = desk;
        this.lane = lane;
        this.asking = new Asking(desk, this);
    }

    /**
     * What a restart left: dials of which nobody knew whether they took place, whose call is theirs when it turns up; and calls
     * that still ring.
     */
    void load() {
        Instant since = Instant.now().minus(WaitingList.UNKNOWN_COUNTS);
        desk.around()
                .commands()
                .unknownDials(desk.key(), desk.platform().vendor(), since)
                .forEach(dial -> {
                    Waiting unknown = new Waiting(dial);
                    dial.sentAt().ifPresent(unknown::asked);
                    waiting.rememberUnknown(unknown);
                });
        desk.ledger().open().stream().filter(RingLimits::rings).forEach(this::ringOn);
    }

    /** A call that rang when we went down rings no longer than its dial allowed. */
    private void ringOn(CallRecord call) {
        Optional<CommandRecord> dial = desk.around().commands().dialOf(call.key(), call.callRef());
        dial.ifPresent(one ->
                ringing.begin(one, call.callId().orElseThrow(), one.sentAt().orElse(one.createdAt())));
    }

    WaitingList waiting() {
        return waiting;
    }

    boolean hasRoom() {
        return lane.hasRoomFor(RESERVE + 1);
    }

    /** Something else than a command, in its turn; left out where there is far too much to do. */
    void later(Runnable work) {
        try {
            lane.execute(work);
        } catch (RejectedExecutionException full) {
            LOG.log(Level.FINE, "Left out", full);
        }
    }

    /** Takes a stored command. An outcome given during the call waits for the wrap-up (contract 2.1). */
    void take(CommandRecord command, Optional<Asker> asker) {
        Waiting one = new Waiting(command, asker);
        waiting.add(one);
        if (command.verb() != Verb.WRAP_UP || standsAt(command, LifeCycle.WRAP_UP)) {
            perform(one);
        }
    }

    private boolean standsAt(CommandRecord command, LifeCycle cycle) {
        return call(command).flatMap(CallRecord::lifeCycle).equals(Optional.of(cycle));
    }

    private Optional<CallRecord> call(CommandRecord command) {
        return command.callId().flatMap(desk.ledger()::find);
    }

    /**
     * Takes a command that was left behind: it is never done again, only its effect is looked for, and in all no longer than otherwise.
     *
     * @param why it was left
     * @param until when somebody looked after it last
     */
    void takeUp(CommandRecord command, String why, Instant until) {
        Waiting one = new Waiting(command);
        waiting.add(one);
        boolean kept = command.verb() == Verb.WRAP_UP && call(command).isPresent();
        if (command.sentAt().isPresent()) {
            one.doubted(new VendorException(Code.PLATFORM_TIMEOUT, why, Effect.DOUBTFUL, Map.of(), null));
            Duration waited = Duration.between(command.sentAt().get(), until);
            one.asked(Instant.now().minus(desk.around().patience().spent(one, waited)));
        } else if (!kept) {
            fail(command, Refusal.of(Code.NOT_EFFECTIVE, why + " before the platform was asked"));
        }
    }

    /** Takes up what is stored as open but is not waited for: how it ended could not be stored. Nobody has looked after it meanwhile. */
    void takeUpLost(List<CommandRecord> open) {
        open.stream()
                .filter(command -> waiting.find(command.id()).isEmpty())
                .forEach(command -> takeUp(
                        command,
                        "what became of it could not be stored",
                        command.sentAt().orElse(command.createdAt())));
    }

    void perform(Waiting one) {
        try {
            lane.execute(() -> asking.ask(one));
        } catch (RejectedExecutionException full) {
            fail(one.command, Refusal.of(Code.OVERLOADED, "too many commands of this agent wait"));
        }
    }

    /** The command has its effect, and no event is there to say so. */
    void done(CommandRecord command) {
        waiting.take(command.id());
        desk.voice().write(Settling.of(command, Optional.empty()));
    }

    /** The command failed: all connections of the agent are told, once. */
    void fail(CommandRecord command, Refusal why) {
        if (waiting.take(command.id()).isPresent()) {
            Refusal full = why.on(command.channel()).of(command.verb()).answering(command.requestId());
            desk.voice()
                    .changes(desk.telling()
                            .failure(full, Optional.of(command), List.of(LedgerRows.failed(command, full))));
        }
        desk.presence().loginFailed(command);
    }

    /** The commands whose effect this news of a call shows; they are no longer waited for. */
    List<CommandRecord> shownBy(CallRecord call, CallSnapshot news) {
        List<CommandRecord> settled = waiting.takeShownBy(call, news, desk.ledger());
        call.callId().ifPresent(id -> settled.forEach(command -> ringing.begin(command, id, Instant.now())));
        return settled;
    }

    /** The call is over: what is still asked of it has no effect any more. */
    void tooLate(CallRecord call) {
        waiting.hopeless(call).forEach(one -> fail(one.command, Refusal.of(Code.NOT_EFFECTIVE, "the call ended")));
        waiting.acceptsOf(call).forEach(one -> one.offerEnded(Instant.now(), call.reason() != Reason.UNKNOWN_GAP));
    }

    /** An outcome given during the call is set when wrap-up begins; if none comes, it had no effect (contract 2.1). */
    void keptWrapUps(CallRecord call) {
        List<Waiting> kept = waiting.keptWrapUps(call);
        if (!kept.isEmpty() && call.lifeCycle().equals(Optional.of(LifeCycle.WRAP_UP))) {
            kept.forEach(one -> one.asked(Instant.now()));
            perform(kept.get(kept.size() - 1));
        }
    }

    /** Looks after what is overdue. @return whether the platform should be read again */
    boolean sweep(Instant now, CallLedger ledger) {
        Patience patience = desk.around().patience();
        ringing.overdue(now, ledger).forEach(this::dropUnanswered);
        waiting.silentlyDone(patience, now).forEach(one -> done(one.command));
        waiting.late(patience, now).forEach(this::giveUp);
        return waiting.dueForReread(patience, now);
    }

    private void giveUp(Waiting one) {
        Refusal why = one.verdict(desk.link() == StreamState.UP);
        if (why.code() == Code.OUTCOME_UNKNOWN && one.dials()) {
            waiting.rememberUnknown(one);
        }
        fail(one.command, why);
    }

    /** A call that rings longer than its dial allowed is dropped, where the platform cannot be told to do so (contract 2.3). */
    private void dropUnanswered(String callId) {
        Order order = new Order(Ids.command(), callId, "", Map.of());
        desk.presence()
                .session()
                .ifPresent(session -> later(() -> {
                    try {
                        desk.platform().drop(session, order);
                    } catch (VendorException refused) {
                        LOG.log(
                                Level.WARNING,
                                "Call {0} of {1} rang too long and could not be dropped: {2}",
                                new Object[] {callId, desk.key(), refused.getMessage()});
                    }
                }));
    }
}
