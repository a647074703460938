package dev.trunkline.vendor.gws;

import dev.trunkline.model.Action;
import dev.trunkline.model.Verb;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What is open on a call (contract 4, column GWS): the platform's own list, and what follows after the call. Pure. */
final class GwsActions {
    /** In the order of contract section 4. */
    static Set<Verb> open(GwsCall call) {
        if (call.memory().over()) {
            return Set.of();
        }
        Set<Verb> open = new LinkedHashSet<>();
        Stream.of(Action.values())
                .filter(action -> open(action, call))
                .map(Action::verb)
                .forEach(open::add);
        return Collections.unmodifiableSet(open);
    }

    private static boolean open(Action action, GwsCall call) {
        return switch (action) {
            case ANSWER -> call.can("Answer");
            case TRANSFER_SST -> call.can("SingleStepTransfer");
            case CONSULT_CALL -> call.can("InitiateTransfer") || call.can("InitiateConference");
            case TRANSFER -> call.can("CompleteTransfer");
            case CONFERENCE -> call.can("CompleteConference");
            case DROP_CONSULT -> call.memory().consult() && call.can("Hangup");
            case SWAP -> call.can("SwapCalls");
            case HOLD -> call.can("Hold");
            case RETRIEVE -> call.can("Retrieve");
            case UPDATE_CALL_DATA -> call.can("UpdateUserData");
            case SEND_DTMF -> call.can("SendDtmf");
            case DROP -> call.can("Hangup");
            case MUTE -> call.can("MuteCall");
            case UNMUTE -> call.can("UnmuteCall");
            case WRAP_UP -> call.wrapUpDue();
            // Of campaigns' records, or of no call here.
            case ACCEPT,
                    REJECT,
                    CLOSE,
                    SKIP,
                    UPDATE_SCHEDULED_CALLBACK,
                    CANCEL_SCHEDULED_CALLBACK,
                    RECLASSIFY,
                    PARTICIPANT_DROP -> false;
        };
    }

    private GwsActions() {}
}
