package dev.trunkline.simulator.finesse.centre;

import java.util.EnumSet;
import java.util.Set;

/** What a participant may ask for (sheet 4.1). */
public enum Action {
    ANSWER,
    HOLD,
    RETRIEVE,
    TRANSFER_SST,
    CONSULT_CALL,
    TRANSFER,
    CONFERENCE,
    UPDATE_CALL_DATA,
    SEND_DTMF,
    PARTICIPANT_DROP,
    DROP;

    private static final Set<Action> TALKING =
            EnumSet.of(TRANSFER_SST, CONSULT_CALL, HOLD, UPDATE_CALL_DATA, SEND_DTMF, DROP);

    /** The actions open to the agent of a dialog now. */
    public static Set<Action> of(Dialog dialog) {
        return of(dialog, dialog.own());
    }

    /** The actions that the dialog shows for one participant; only the agent's own mean anything. */
    public static Set<Action> of(Dialog dialog, Participant participant) {
        return switch (participant.state()) {
            case INITIATING, INITIATED -> EnumSet.of(UPDATE_CALL_DATA, DROP);
            case ALERTING -> participant.agentDevice() ? EnumSet.of(ANSWER) : EnumSet.of(UPDATE_CALL_DATA, DROP);
            case ACTIVE -> active(dialog);
            case HELD -> held(dialog);
            case FAILED -> EnumSet.of(DROP);
            case WRAP_UP -> EnumSet.of(UPDATE_CALL_DATA);
            case DROPPED -> EnumSet.noneOf(Action.class);
        };
    }

    private static Set<Action> active(Dialog dialog) {
        Set<Action> actions = EnumSet.copyOf(TALKING);
        if (dialog.participants().size() > 2) {
            actions.add(PARTICIPANT_DROP);
        }
        return actions;
    }

    private static Set<Action> held(Dialog dialog) {
        Set<Action> actions = EnumSet.of(RETRIEVE, UPDATE_CALL_DATA, DROP);
        boolean anotherActive = dialog.agent().dialogs().stream()
                .anyMatch(other -> other != dialog && other.own().state() == CallState.ACTIVE);
        if (anotherActive) {
            actions.add(TRANSFER);
            actions.add(CONFERENCE);
        }
        return actions;
    }
}
