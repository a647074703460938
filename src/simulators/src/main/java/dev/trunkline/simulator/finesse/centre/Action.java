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
    RECLASSIFY,
    DROP;

    private static final Set<Action> TALKING =
            EnumSet.of(TRANSFER_SST, CONSULT_CALL, HOLD, UPDATE_CALL_DATA, SEND_DTMF, DROP);

    private static final Set<CallState> TALKED = EnumSet.of(CallState.ACTIVE, CallState.HELD, CallState.WRAP_UP);

    /** The actions open to the agent of a dialog now. */
    public static Set<Action> of(Dialog dialog) {
        return of(dialog.call(), dialog.own());
    }

    /** The actions that the dialog shows for one participant; only the agent's own mean anything. */
    public static Set<Action> of(Call call, Participant participant) {
        Set<Action> actions = usual(call, participant);
        if (call.reclassifiable() && call.dialogOf(participant).isPresent() && TALKED.contains(participant.state())) {
            actions.add(RECLASSIFY);
        }
        return actions;
    }

    private static Set<Action> usual(Call call, Participant participant) {
        return switch (participant.state()) {
            case INITIATING, INITIATED -> EnumSet.of(UPDATE_CALL_DATA, DROP);
            case ALERTING -> participant.agentDevice() ? EnumSet.of(ANSWER) : EnumSet.of(UPDATE_CALL_DATA, DROP);
            case ACTIVE -> active(call);
            case HELD -> held(call, participant);
            case FAILED -> EnumSet.of(DROP);
            case WRAP_UP -> EnumSet.of(UPDATE_CALL_DATA);
            case DROPPED -> EnumSet.noneOf(Action.class);
        };
    }

    private static Set<Action> active(Call call) {
        Set<Action> actions = EnumSet.copyOf(TALKING);
        if (call.live().size() > 2) {
            actions.add(PARTICIPANT_DROP);
        }
        return actions;
    }

    private static Set<Action> held(Call call, Participant participant) {
        Set<Action> actions = EnumSet.of(RETRIEVE, UPDATE_CALL_DATA, DROP);
        call.dialogOf(participant).filter(Action::anotherActive).ifPresent(dialog -> {
            actions.add(TRANSFER);
            if (call.controller().filter(agent -> agent != dialog.agent()).isEmpty()) {
                actions.add(CONFERENCE);
            }
        });
        return actions;
    }

    private static boolean anotherActive(Dialog held) {
        return held.agent().dialogs().stream()
                .anyMatch(other -> other != held && other.own().state() == CallState.ACTIVE);
    }
}
