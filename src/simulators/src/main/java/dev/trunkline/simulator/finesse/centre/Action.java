package dev.trunkline.simulator.finesse.centre;

import java.util.EnumSet;
import java.util.Set;

/** What a participant may ask for (sheet 4.1, 4.3), in the order in which a dialog lists it: that of seed 004. */
public enum Action {
    ANSWER,
    ACCEPT,
    REJECT,
    CLOSE,
    TRANSFER_SST,
    CONSULT_CALL,
    TRANSFER,
    CONFERENCE,
    HOLD,
    RETRIEVE,
    UPDATE_CALL_DATA,
    SEND_DTMF,
    PARTICIPANT_DROP,
    DROP,
    UPDATE_SCHEDULED_CALLBACK,
    CANCEL_SCHEDULED_CALLBACK,
    RECLASSIFY;

    private static final Set<Action> TALKING =
            EnumSet.of(TRANSFER_SST, CONSULT_CALL, HOLD, UPDATE_CALL_DATA, SEND_DTMF, DROP);

    private static final Set<CallState> TALKED = EnumSet.of(CallState.ACTIVE, CallState.HELD, CallState.WRAP_UP);

    /** Whether this is open to the agent of a dialog now: it is listed, or it is one that campaign calls take without listing it. */
    static boolean open(String action, Dialog dialog) {
        boolean unlisted = action.equals(RECLASSIFY.name()) && takesCallbacks(dialog.call(), dialog.own());
        return unlisted
                || of(dialog.call(), dialog.own()).stream()
                        .anyMatch(listed -> listed.name().equals(action));
    }

    /** The actions that the dialog shows for one participant; only the agent's own mean anything. */
    public static Set<Action> of(Call call, Participant participant) {
        if (call.reservation()) {
            return ofReservation(participant);
        }
        Set<Action> actions = usual(call, participant);
        if (takesCallbacks(call, participant)) {
            actions.addAll(ofCallback(call));
        }
        if (call.reclassifiable() && call.dialogOf(participant).isPresent() && TALKED.contains(participant.state())) {
            actions.add(RECLASSIFY);
        }
        return actions;
    }

    /** There is nothing to hold or to drop: it is no phone call. */
    private static Set<Action> ofReservation(Participant participant) {
        boolean offered = participant.agentDevice()
                && (participant.state() == CallState.ALERTING || participant.state() == CallState.ACTIVE);
        return offered ? EnumSet.of(ACCEPT, REJECT, CLOSE) : EnumSet.noneOf(Action.class);
    }

    private static boolean takesCallbacks(Call call, Participant participant) {
        return call.leg().filter(leg -> !leg.reservation()).isPresent() && TALKED.contains(participant.state());
    }

    private static Set<Action> ofCallback(Call call) {
        boolean scheduled = call.leg().flatMap(leg -> leg.record().callback()).isPresent();
        return scheduled
                ? EnumSet.of(UPDATE_SCHEDULED_CALLBACK, CANCEL_SCHEDULED_CALLBACK)
                : EnumSet.of(UPDATE_SCHEDULED_CALLBACK);
    }

    private static Set<Action> usual(Call call, Participant participant) {
        return switch (participant.state()) {
            case INITIATING, INITIATED -> EnumSet.of(UPDATE_CALL_DATA, DROP);
            case ALERTING -> participant.agentDevice() ? EnumSet.of(ANSWER) : EnumSet.of(UPDATE_CALL_DATA, DROP);
            case ACTIVE -> active(call);
            case HELD -> held(call, participant);
            case FAILED -> EnumSet.of(DROP);
            case WRAP_UP -> EnumSet.of(UPDATE_CALL_DATA);
            case ACCEPTED, DROPPED -> EnumSet.noneOf(Action.class);
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
