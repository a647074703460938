package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Steps;

/** Calls to customers that no agent sees until the customer has answered (sheet 4.4, 6.3). On the lane. */
final class UnseenCalls {
    private final Calls calls;
    private final CustomerCalls customers;
    private final CallFlow flow;
    private final Steps<Call> steps;
    private final Rules rules;
    private final Timing timing;

    UnseenCalls(Room room, CustomerCalls customers, CallFlow flow, Steps<Call> steps) {
        calls = room.calls();
        rules = room.rules();
        timing = room.timing();
        this.customers = customers;
        this.flow = flow;
        this.steps = steps;
    }

    void dial(Call call) {
        call.become(CallState.ALERTING);
        switch (FarEnd.of(call.toAddress())) {
            case BUSY -> steps.next(call, timing.dialling(), () -> notReached(call, CallProgress.BUSY));
            case INVALID_NUMBER -> steps.next(call, timing.dialling(), () -> notReached(call, CallProgress.INVALID));
            case NO_ANSWER -> steps.next(call, timing.noAnswer(), () -> notReached(call, CallProgress.NO_ANSWER));
            case REJECTS -> steps.next(call, timing.ring(), () -> notReached(call, CallProgress.UNKNOWN));
            default -> steps.next(call, timing.ring(), () -> putThrough(call));
        }
    }

    private void notReached(Call call, CallProgress heard) {
        call.progress(heard);
        call.record()
                .reservation()
                .ifPresent(reservation -> reservation.variables().put(CallProgress.RESPONSE, heard.word()));
        customers.giveUp(call, RecordState.NOT_REACHED);
    }

    /** The customer is on the line: the agent's phone rings, or has him at once (sheet 4.4, deduced). */
    private void putThrough(Call call) {
        CampaignRecord record = call.record();
        if (!record.awaited()) {
            customers.giveUp(call, RecordState.ABANDONED);
            return;
        }
        boolean rings = record.mode().callsFirst() && rules.agentPhones() == Rules.AgentPhones.RING;
        CallState first = rings ? CallState.ALERTING : CallState.ACTIVE;
        call.become(first);
        call.progress(CallProgress.VOICE);
        Dialog dialog = calls.bring(call, record.agent(), first);
        call.join(new Participant(call.toAddress(), false, CallState.ACTIVE));
        flow.appear(dialog, "");
        customers.isSeen(record);
        if (rings) {
            steps.next(call, timing.offer(), () -> customers.timeOut(call));
        } else {
            flow.talk(call);
        }
    }

    /** What a customer does who does not talk to the agent yet; false if he is past that, or was never there. */
    boolean farEnd(Call call, boolean hangsUp) {
        if (call.reservation()) {
            throw new RefusedException(409, "A reservation has no far end; it can be withdrawn.");
        }
        if (call.leg().isEmpty() || call.answered() || call.state() != CallState.ALERTING) {
            return false;
        }
        boolean unseen = call.dialogs().isEmpty();
        if (unseen && hangsUp) {
            notReached(call, CallProgress.UNKNOWN);
        } else if (unseen) {
            putThrough(call);
        } else if (hangsUp && call.record().mode().callsFirst()) {
            customers.giveUp(call, RecordState.ABANDONED);
        } else {
            return false;
        }
        return true;
    }
}
