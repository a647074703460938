package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.Action;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.webexcc.WebexccCall.Consult;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What is open on a call (contract 4, column Webex CC): the platform has no such list, it follows from the contact. Pure. */
final class WebexccActions {
    /** In the order of contract section 4. */
    static Set<Verb> open(WebexccCall call) {
        if (call.at(WebexccStage.OVER)) {
            return Set.of();
        }
        Set<Verb> open = new LinkedHashSet<>();
        Stream.of(Action.values())
                .filter(action -> open(action, call))
                .map(Action::verb)
                .forEach(open::add);
        return Collections.unmodifiableSet(open);
    }

    private static boolean open(Action action, WebexccCall call) {
        boolean talk = call.at(WebexccStage.TALK);
        boolean held = call.standing().held();
        Consult consult = call.standing().consult();
        boolean alone = consult == Consult.NONE
                && !call.standing().conference()
                && !call.standing().consulted();
        return switch (action) {
            case REJECT -> call.ringsHere();
            case TRANSFER_SST -> talk && alone;
            case CONSULT_CALL -> talk && alone;
            case TRANSFER, CONFERENCE -> talk && consult == Consult.TALKING;
            case DROP_CONSULT -> talk && consult != Consult.NONE;
            case HOLD -> talk && alone && !held;
            case RETRIEVE -> talk && held && consult == Consult.NONE;
            case UPDATE_CALL_DATA, UPDATE_SCHEDULED_CALLBACK -> true;
            case DROP -> call.live();
            case CANCEL_SCHEDULED_CALLBACK -> !call.notes().callback().isEmpty();
            case WRAP_UP -> call.at(WebexccStage.WRAP_UP);
            // Of records of campaigns, which are not taken yet, or of no call here (sheet 4).
            case ACCEPT, ANSWER, CLOSE, SKIP, SWAP, SEND_DTMF, RECLASSIFY, MUTE, UNMUTE, PARTICIPANT_DROP -> false;
        };
    }

    private WebexccActions() {}
}
