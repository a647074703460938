package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.finesse.centre.Agent.Wish;
import dev.trunkline.simulator.finesse.centre.CampaignRules.CustomerCall;
import dev.trunkline.simulator.finesse.centre.CampaignRules.ReservationEnd;

/** Calls to the customers of records, in the agent's hands from the start or put through to him (sheet 4.4, 6.3). On the lane. */
final class CustomerCalls {
    private final Calls calls;
    private final CallFlow flow;
    private final Partings partings;
    private final Steps steps;
    private final AgentDesk desk;
    private final Rules rules;
    private final CampaignRules campaign;
    private final Timing timing;

    CustomerCalls(Room room, CallFlow flow, Partings partings, Steps steps) {
        calls = room.calls();
        desk = room.desk();
        rules = room.rules();
        campaign = rules.campaign();
        timing = room.timing();
        this.flow = flow;
        this.partings = partings;
        this.steps = steps;
        partings.whenGone(this::gone);
    }

    /** The agent took the record; whether he has the call from now on. */
    boolean callFor(CampaignRecord record) {
        Call call = create(record, "Accept");
        if (!record.direct() && campaign.customerCall() == CustomerCall.AT_ANSWER) {
            steps.next(call, timing.dialer(), () -> dialUnseen(call));
            return false;
        }
        Dialog dialog = bring(call);
        steps.next(call, timing.dialer(), () -> dial(dialog));
        return true;
    }

    /** Nobody has been asked yet. */
    void callUnseen(CampaignRecord record) {
        dialUnseen(create(record, ""));
    }

    private Call create(CampaignRecord record, String response) {
        Call call = calls.toCustomer(record);
        String reservation = record.reservation()
                .filter(any -> campaign.linksDialogs())
                .map(Call::uri)
                .orElse("");
        call.belongsTo(
                new CampaignLeg(record, false, reservation, record.callbackNumber()),
                record.variables(record.words().customerStatus(), response));
        if (campaign.listsReclassify()) {
            call.offerReclassify();
        }
        record.customerCall(call);
        return call;
    }

    /** The agent has the call before anybody is dialled, so that he is not free in between. */
    private Dialog bring(Call call) {
        CallState first = call.record().direct() ? CallState.INITIATING : CallState.INITIATED;
        call.become(first);
        return calls.bring(call, call.record().agent(), first);
    }

    private void dial(Dialog dialog) {
        if (dialog.call().record().direct()) {
            flow.offHook(dialog, "");
        } else {
            flow.dialledForHim(dialog);
        }
        follows(dialog.call().record());
    }

    /** The agent sees the call to the customer now. */
    private void follows(CampaignRecord record) {
        if (campaign.reservationEnd() != ReservationEnd.WITH_CUSTOMER_CALL) {
            dropReservation(record);
        }
    }

    private void dropReservation(CampaignRecord record) {
        record.reservation().filter(calls::lives).ifPresent(partings::drop);
    }

    /** Until the customer answers no agent sees the call. */
    private void dialUnseen(Call call) {
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
        giveUp(call, RecordState.NOT_REACHED);
    }

    /** The customer is on the line: the agent's phone rings, or has him at once (sheet 4.4, deduced). */
    private void putThrough(Call call) {
        CampaignRecord record = call.record();
        if (!record.awaited()) {
            giveUp(call, RecordState.ABANDONED);
            return;
        }
        boolean rings = record.mode().callsFirst() && rules.agentPhones() == Rules.AgentPhones.RING;
        CallState first = rings ? CallState.ALERTING : CallState.ACTIVE;
        call.become(first);
        call.progress(CallProgress.VOICE);
        Dialog dialog = calls.bring(call, record.agent(), first);
        call.join(new Participant(call.toAddress(), false, CallState.ACTIVE));
        flow.appear(dialog, "");
        follows(record);
        if (rings) {
            steps.next(call, timing.offer(), () -> timeOut(call));
        } else {
            flow.talk(call);
        }
    }

    /** The agent did nothing about it: not with the reservation, or not with the call that rings. */
    void timeOut(Call call) {
        Agent agent = call.record().agent();
        if (campaign.afterOfferTimeout() != AgentState.READY && agent.pending().isEmpty()) {
            agent.afterwards(new Wish(campaign.afterOfferTimeout(), Agent.NO_REASON));
        }
        giveUp(call, RecordState.TIMED_OUT);
    }

    /** The agent is free again. */
    void giveUp(Call call, RecordState because) {
        CampaignRecord record = call.record();
        boolean seen = !call.dialogs().isEmpty();
        record.become(because);
        partings.drop(call);
        dropReservation(record);
        if (!seen && record.awaited()) {
            desk.callOver(record.agent());
        }
    }

    /** What a customer does who does not talk to the agent yet; false if he is past that, or was never there. */
    boolean farEnd(Call call, boolean hangsUp) {
        if (call.leg().isEmpty() || call.answered() || call.state() != CallState.ALERTING) {
            return false;
        }
        if (call.reservation()) {
            throw new RefusedException(409, "A reservation has no far end; it can be withdrawn.");
        }
        boolean unseen = call.dialogs().isEmpty();
        if (unseen && hangsUp) {
            notReached(call, CallProgress.UNKNOWN);
        } else if (unseen) {
            putThrough(call);
        } else if (hangsUp && call.record().mode().callsFirst()) {
            giveUp(call, RecordState.ABANDONED);
        } else {
            return false;
        }
        return true;
    }

    /** With the call to the customer the record is done with. */
    private void gone(Call call) {
        if (call.leg().isEmpty() || call.reservation()) {
            return;
        }
        CampaignRecord record = call.record();
        if (record.state() == RecordState.ACCEPTED) {
            record.become(call.answered() ? RecordState.ENDED : RecordState.NOT_REACHED);
        }
        dropReservation(record);
    }
}
