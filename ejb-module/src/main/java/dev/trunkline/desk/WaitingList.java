package dev.trunkline.desk;

import dev.trunkline.call.CallLedger;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The commands of one desk that wait for their effect, oldest first. Its owner sees to it that one at a time uses it. */
final class WaitingList {
    private static final int DIALS_REMEMBERED = 20;
    /** A call that turns up later than this after an unknown dial is not its call. */
    static final Duration UNKNOWN_COUNTS = Duration.ofMinutes(10);

    private final List<Waiting> waiting = new ArrayList<>();
    /** Dials that ended as unknown: their call may still turn up, and is theirs then. */
    private final List<Waiting> unknownDials = new ArrayList<>();

    void add(Waiting command) {
        waiting.add(command);
    }

    Optional<Waiting> find(String commandId) {
        return waiting.stream()
                .filter(one -> one.command.id().equals(commandId))
                .findFirst();
    }

    void linkLost() {
        waiting.forEach(Waiting::linkLost);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean holds(Predicate<CommandRecord> what) {
        return waiting.stream().map(one -> one.command).anyMatch(what);
    }

    /** The dial that a new call came from: one that waits, else the latest of the unknown ones that fits. */
    Optional<CommandRecord> dialOf(CallSnapshot news) {
        Instant since = Instant.now().minus(UNKNOWN_COUNTS);
        unknownDials.removeIf(one -> one.wasAskedBefore(since));
        List<Waiting> dials = new ArrayList<>(waiting);
        List<Waiting> latestFirst = new ArrayList<>(unknownDials);
        Collections.reverse(latestFirst);
        dials.addAll(latestFirst);
        return dials.stream()
                .filter(one -> one.mayHaveCaused(news))
                .map(one -> one.command)
                .findFirst();
    }

    /** Takes out those whose effect this news of a call shows; with them an unknown dial whose call turned up. */
    List<CommandRecord> takeShownBy(CallRecord call, CallSnapshot news, CallLedger calls) {
        List<Waiting> settled = takeOut(waiting, one -> one.effectIn(call, news, calls));
        settled.addAll(takeOut(unknownDials, one -> one.effectIn(call, news, calls)));
        return settled.stream().map(one -> one.command).toList();
    }

    List<Waiting> takeShownBy(AgentSnapshot agent) {
        return takeOut(waiting, one -> one.effectIn(agent));
    }

    /** Those that can no longer have an effect: their call is over, and it was not that which they were for. */
    List<Waiting> hopeless(CallRecord ended) {
        return waiting.stream()
                .filter(one -> one.command.verb().onCall() && !one.dials() && one.command.verb() != Verb.DROP_CONSULT)
                .filter(one -> one.isAbout(ended))
                .toList();
    }

    /** Those that accepted this offer: the customer's call is still to come. */
    List<Waiting> acceptsOf(CallRecord offer) {
        return waiting.stream()
                .filter(one -> one.command.accepts() && one.isAbout(offer))
                .toList();
    }

    List<Waiting> silentlyDone(Patience patience, Instant now) {
        return waiting.stream().filter(one -> one.silentlyDone(patience, now)).toList();
    }

    Optional<Waiting> take(String commandId) {
        Optional<Waiting> found = find(commandId);
        found.ifPresent(waiting::remove);
        found.ifPresent(Waiting::over);
        return found;
    }

    /** Outcomes given while the call went on, not yet asked of the platform; the last one counts. */
    List<Waiting> keptWrapUps(CallRecord call) {
        return waiting.stream()
                .filter(one -> one.command.verb() == Verb.WRAP_UP
                        && !one.wasAsked()
                        && one.command.callId().equals(call.callId()))
                .toList();
    }

    void rememberUnknown(Waiting dial) {
        unknownDials.add(dial);
        if (unknownDials.size() > DIALS_REMEMBERED) {
            unknownDials.remove(0);
        }
    }

    boolean dueForReread(Patience patience, Instant now) {
        return waiting.stream().filter(one -> one.dueForReread(patience, now)).count() > 0;
    }

    List<Waiting> late(Patience patience, Instant now) {
        return waiting.stream().filter(one -> one.late(patience, now)).toList();
    }

    private static List<Waiting> takeOut(List<Waiting> from, Predicate<Waiting> wanted) {
        List<Waiting> taken = new ArrayList<>();
        from.removeIf(one -> wanted.test(one) && taken.add(one));
        taken.forEach(Waiting::over);
        return taken;
    }
}
