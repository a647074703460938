package dev.trunkline.vendor.five9;

import dev.trunkline.model.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What verbs have left on a call.
 *
 * @param accepted call variables that the platform took, by the names that clients know: it need not tell them (sheet 5.5)
 * @param label the outcome that was named before it was due, or {@code ""}
 * @param callback id of the callback that was arranged on it, or {@code ""}
 * @param third who was called besides the customer
 * @param ending why it will end, by what was asked for: no message says so
 */
record Five9Notes(
        Map<String, String> accepted, String label, String callback, Optional<Third> third, Optional<Reason> ending) {
    static final Five9Notes NONE = new Five9Notes(Map.of(), "", "", Optional.empty(), Optional.empty());

    Five9Notes {
        accepted = Map.copyOf(accepted);
    }

    /**
     * Who was called besides the customer: to the platform a call of its own (sheet 4), to clients part of this one (contract 3.1 rule 10).
     *
     * @param command our command that called him, or {@code ""}
     * @param number as it was asked for, or as the platform names it
     * @param transfer whether it was begun as a transfer, else as a conference
     * @param leg id of the call that he is, {@code ""} while the platform has told of none
     * @param state of it
     * @param joining whether all three are to be together: it was asked for, or the platform said it
     * @param held whether the customer was seen waiting for it
     * @param called whom we asked for, as kind and id; {@code ""} if it was not we
     */
    record Third(
            String command,
            String number,
            boolean transfer,
            String leg,
            String state,
            boolean joining,
            boolean held,
            String called) {
        private static final Set<String> UNANSWERED = Set.of("", Five9Call.OFFERED, Five9Call.RINGING);

        static Third asked(String command, String number, boolean transfer, boolean joining) {
            return new Third(command, number, transfer, "", "", joining, false, "");
        }

        Third told(String id, String named, String now) {
            return new Third(command, number.isEmpty() ? named : number, transfer, id, now, joining, held, called);
        }

        Third calling(String kindAndId) {
            return new Third(command, number, transfer, leg, state, joining, held, kindAndId);
        }

        Third toJoin(boolean all) {
            return new Third(command, number, transfer, leg, state, all, held, called);
        }

        Third whileHeld() {
            return new Third(command, number, transfer, leg, state, joining, true, called);
        }

        /** As far as the platform tells: in which states a participant can be is not confirmed. */
        boolean answered() {
            return !UNANSWERED.contains(state);
        }

        /** The platform tells of no such call: whether he has answered cannot be seen. */
        Third untold() {
            return new Third(command, number, transfer, leg, "UNTOLD", joining, held, called);
        }
    }

    Five9Notes accepting(Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(accepted);
        all.putAll(values);
        return new Five9Notes(all, label, callback, third, ending);
    }

    /** The platform tells these by itself. */
    Five9Notes without(Set<String> names) {
        Map<String, String> all = new LinkedHashMap<>(accepted);
        all.keySet().removeAll(names);
        return new Five9Notes(all, label, callback, third, ending);
    }

    Five9Notes labelled(String outcome) {
        return new Five9Notes(accepted, outcome, callback, third, ending);
    }

    Five9Notes calledBack(String id) {
        return new Five9Notes(accepted, label, id, third, ending);
    }

    Five9Notes with(Optional<Third> other) {
        return new Five9Notes(accepted, label, callback, other, ending);
    }

    Five9Notes ending(Reason why) {
        return new Five9Notes(accepted, label, callback, third, Optional.of(why));
    }

    Five9Notes goesOn() {
        return new Five9Notes(accepted, label, callback, third, Optional.empty());
    }
}
