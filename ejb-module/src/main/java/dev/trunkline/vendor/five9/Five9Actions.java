package dev.trunkline.vendor.five9;

import dev.trunkline.model.Action;
import dev.trunkline.model.Verb;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What is open on a call (contract 4, column Five9): the platform has no such list, it follows from the state. Pure. */
final class Five9Actions {
    /** In the order of contract section 4. */
    static Set<Verb> open(Five9Call call) {
        if (call.memory().over() || call.is(Five9Call.FINISHED)) {
            return Set.of();
        }
        Set<Verb> open = new LinkedHashSet<>();
        Stream.of(Action.values())
                .filter(action -> open(action, call))
                .map(Action::verb)
                .forEach(open::add);
        return Collections.unmodifiableSet(open);
    }

    private static boolean open(Action action, Five9Call call) {
        boolean alone = call.notes().third().isEmpty();
        boolean consulting = call.consulted().isPresent();
        return switch (action) {
            case ANSWER, REJECT -> call.is(Five9Call.OFFERED);
            case TRANSFER_SST -> call.is(Five9Call.TALKING, Five9Call.HELD) && alone;
            case CONSULT_CALL -> call.is(Five9Call.TALKING) && alone;
            case TRANSFER, CONFERENCE ->
                call.consulted().filter(Five9Notes.Third::answered).isPresent();
            case DROP_CONSULT -> consulting;
            case HOLD -> call.is(Five9Call.TALKING) && !consulting;
            case RETRIEVE -> call.is(Five9Call.HELD) && !consulting;
            case UPDATE_CALL_DATA, UPDATE_SCHEDULED_CALLBACK -> true;
            case DROP -> call.live();
            case CANCEL_SCHEDULED_CALLBACK -> !call.notes().callback().isEmpty();
            case WRAP_UP -> call.wrapUpDue();
            case PARTICIPANT_DROP -> call.conference().isPresent();
            // Of previews, which are not taken yet, or of no call here (sheet 4).
            case ACCEPT, CLOSE, SKIP, SWAP, SEND_DTMF, RECLASSIFY, MUTE, UNMUTE -> false;
        };
    }

    private Five9Actions() {}
}
