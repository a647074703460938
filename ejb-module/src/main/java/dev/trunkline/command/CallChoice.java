package dev.trunkline.command;

import dev.trunkline.call.CallRecord;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Message;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which of an agent's calls a verb is about (contract 1.5, 2.1): the named one, else the only one on which it is open now. Of two
 * calls it is the one on which the verb is open, whichever of them the client named first.
 *
 * @param other the second one, for a verb of two calls where the platform has two
 */
record CallChoice(CallRecord call, Optional<CallRecord> other) {
    /** @throws RefusedException if there is none, or more than one */
    static CallChoice of(Message message, Collection<CallRecord> calls) {
        Verb verb = message.verb();
        List<CallRecord> named = named(message, calls);
        List<CallRecord> open =
                named.stream().filter(call -> isOpen(verb, call)).toList();
        if (open.isEmpty()) {
            throw new RefusedException(Code.INVALID_STATE, verb.word() + " is not open on the call as it is now");
        }
        CallRecord chosen = verb.ofTwoCalls() ? preferHeld(open) : only(open);
        return new CallChoice(chosen, verb.ofTwoCalls() ? other(chosen, named, calls) : Optional.empty());
    }

    private static List<CallRecord> named(Message message, Collection<CallRecord> calls) {
        List<String> ids = List.of("callId", "consultCallId").stream()
                .flatMap(name -> message.text(name).stream())
                .toList();
        ids.stream().filter(id -> find(id, calls).isEmpty()).findFirst().ifPresent(id -> {
            throw new RefusedException(Code.CALL_NOT_FOUND, "no call " + id);
        });
        if (calls.isEmpty()) {
            throw new RefusedException(Code.CALL_NOT_FOUND, "no call");
        }
        return ids.isEmpty()
                ? List.copyOf(calls)
                : ids.stream().flatMap(id -> find(id, calls).stream()).toList();
    }

    private static Optional<CallRecord> find(String id, Collection<CallRecord> calls) {
        return calls.stream()
                .filter(call -> call.callId().equals(Optional.of(id)))
                .findFirst();
    }

    private static CallRecord only(List<CallRecord> open) {
        if (open.size() > 1) {
            throw new RefusedException(Code.AMBIGUOUS_CALL, "more than one call: name its callId");
        }
        return open.get(0);
    }

    /** Swap is open on both; it takes the one on hold back. */
    private static CallRecord preferHeld(List<CallRecord> open) {
        List<CallRecord> held =
                open.stream().filter(call -> stands(call, LifeCycle.HELD)).toList();
        return held.size() == 1 ? held.get(0) : only(open);
    }

    /** The other one of the two that were named, else the only other live one. */
    private static Optional<CallRecord> other(CallRecord chosen, List<CallRecord> named, Collection<CallRecord> all) {
        List<CallRecord> others = (named.size() == 2 ? named : all)
                .stream()
                        .filter(call -> !call.callRef().equals(chosen.callRef()))
                        .filter(call -> call.lifeCycle().map(LifeCycle::live).orElse(false))
                        .toList();
        if (others.size() > 1) {
            throw new RefusedException(Code.AMBIGUOUS_CALL, "more than two calls: name callId and consultCallId");
        }
        return others.stream().findFirst();
    }

    /** An Answer to a record that is offered accepts it (contract 2.1). */
    boolean offer() {
        return call.allowed().contains(Verb.ACCEPT);
    }

    /** An outcome may be given at any time of a call (contract 2.1); every other verb must be open on it now. */
    private static boolean isOpen(Verb verb, CallRecord call) {
        return call.allowed().contains(verb)
                || (verb == Verb.ANSWER && call.allowed().contains(Verb.ACCEPT))
                || (verb == Verb.WRAP_UP
                        && call.lifeCycle()
                                .map(cycle -> cycle.live() || cycle == LifeCycle.WRAP_UP)
                                .orElse(false));
    }

    private static boolean stands(CallRecord call, LifeCycle cycle) {
        return call.lifeCycle().equals(Optional.of(cycle));
    }
}
