package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Action;
import dev.trunkline.model.Verb;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What is open on a call (contract 4): what Finesse says of it, and what follows from two calls together. Pure. */
final class FinesseActions {
    /** In the order of contract section 4. */
    static Set<Verb> open(FinesseCall call) {
        Set<Verb> open = new LinkedHashSet<>();
        Stream.of(Action.values())
                .filter(action -> open(action, call))
                .map(Action::verb)
                .forEach(open::add);
        return Collections.unmodifiableSet(open);
    }

    private static boolean open(Action action, FinesseCall call) {
        return switch (action) {
            // What Finesse has of it (contract 2.4): the record goes back, and the dialer offers the next one by
            // itself.
            case SKIP -> has(call, "REJECT");
            case WRAP_UP -> call.state().equals("WRAP_UP") || has(call, "UPDATE_CALL_DATA");
            case DROP_CONSULT -> call.ownConsult() && has(call, "DROP");
            case SWAP -> call.others().stream().anyMatch(other -> swaps(call, FinesseCall.of(call.agent(), other)));
            default -> has(call, action.name());
        };
    }

    /** One of the two is the agent's consult, one can be held and the other taken back. */
    private static boolean swaps(FinesseCall call, FinesseCall other) {
        return (call.ownConsult() || other.ownConsult())
                && (has(call, "RETRIEVE") && has(other, "HOLD") || has(call, "HOLD") && has(other, "RETRIEVE"));
    }

    private static boolean has(FinesseCall call, String action) {
        return call.actions().contains(action);
    }

    private FinesseActions() {}
}
