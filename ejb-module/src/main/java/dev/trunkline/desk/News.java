package dev.trunkline.desk;

import dev.trunkline.call.CallLedger;
import dev.trunkline.call.CallLedger.Changed;
import dev.trunkline.call.CallLedger.Stale;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.call.Records;
import dev.trunkline.event.Change;
import dev.trunkline.event.Origin;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * What the platform tells of the agent's calls, and of what it could not do: what of it is news, which command it settles, who is told. Guarded
 * by the desk's monitor but where it says otherwise.
 */
final class News {
    private static final Logger LOG = Logger.getLogger(News.class.getName());

    private final Desk desk;

    News(Desk desk) {
        this.desk = desk;
    }

    /** All calls that the platform has of him now: the others that we know are gone. */
    void current(Optional<AgentSession> session, List<CallSnapshot> calls) {
        List<Change> changes = new ArrayList<>();
        calls.forEach(call -> callNow(call, Origin.RESYNC, changes));
        Set<String> present = Set.copyOf(calls.stream().map(CallSnapshot::id).toList());
        for (CallRecord known : desk.ledger().open()) {
            if (session.isPresent() && !present.contains(known.callId().orElse(""))) {
                callNow(desk.platform().gone(session.get(), known.raw()), Origin.RESYNC, changes);
            }
        }
        desk.voice().changes(changes);
    }

    /** One call changed, or was told once more. */
    void call(CallSnapshot call) {
        List<Change> changes = new ArrayList<>();
        callNow(call, Origin.EVENT, changes);
        desk.voice().changes(changes);
    }

    private void callNow(CallSnapshot news, Origin origin, List<Change> changes) {
        CallLedger.Outcome outcome = desk.ledger().apply(news, origin, this::announce);
        if (outcome instanceof Changed changed) {
            CallRecord call = changed.after();
            List<CommandRecord> settled = desk.errands().shownBy(call, news);
            List<Change.Alongside> writes = settled.stream()
                    .map(command -> Settling.of(command, callOf(command, call)))
                    .toList();
            changes.add(desk.telling()
                    .call(
                            changed,
                            origin,
                            desk.presence().user(),
                            settled.stream().findFirst(),
                            writes));
            desk.errands().keptWrapUps(call);
            if (call.endedAt().isPresent()) {
                desk.errands().tooLate(call);
            }
        } else if (outcome instanceof Stale) {
            desk.presence().reread();
        } else {
            desk.ledger().find(news.id()).ifPresent(call -> desk.errands()
                    .shownBy(call, news)
                    .forEach(command -> desk.voice().write(Settling.of(command, callOf(command, call)))));
        }
    }

    /** A dial learns the platform's id by its effect; every other command is about a call that it named. */
    private static Optional<String> callOf(CommandRecord command, CallRecord call) {
        return command.verb() == Verb.MAKE_CALL ? call.callId() : Optional.empty();
    }

    private CallRecord announce(CallSnapshot news) {
        String channel = desk.presence()
                .signIn()
                .map(SignIn::channel)
                .orElse(desk.platform().defaultChannel());
        return Records.found(
                desk.key(),
                desk.platform().vendor(),
                channel,
                news,
                desk.errands().waiting().dialOf(news));
    }

    /** The platform could not do what it had taken. Without the monitor: it may have to look into the database. */
    void failed(String causedBy, Refusal why) {
        if (failedInTime(causedBy, why)) {
            return;
        }
        Optional<CommandRecord> late = stored(causedBy);
        synchronized (desk) {
            late.ifPresentOrElse(command -> failedLate(command, why), () -> desk.voice()
                    .changes(desk.telling().failure(why, Optional.empty(), List.of())));
        }
    }

    private Optional<CommandRecord> stored(String commandId) {
        try {
            return desk.around().commands().find(desk.key().tenant(), commandId);
        } catch (JdbiException away) {
            LOG.log(Level.FINE, "Nobody knows what " + commandId + " was", away);
            return Optional.empty();
        }
    }

    private boolean failedInTime(String causedBy, Refusal why) {
        synchronized (desk) {
            Optional<Waiting> one = desk.errands().waiting().find(causedBy);
            one.ifPresent(waiting -> desk.errands().fail(waiting.command, why));
            return one.isPresent();
        }
    }

    /** Refused after it had counted as done, or in its second step; what has failed already is not told twice. */
    private void failedLate(CommandRecord command, Refusal why) {
        if (command.status() == Status.DONE) {
            Refusal full = why.on(command.channel()).of(command.verb()).answering(command.requestId());
            desk.voice().changes(desk.telling().failure(full, Optional.of(command), List.of()));
        }
    }
}
