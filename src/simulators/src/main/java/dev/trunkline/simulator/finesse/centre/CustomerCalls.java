package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Steps;
import dev.trunkline.simulator.finesse.centre.Agent.Wish;
import dev.trunkline.simulator.finesse.centre.CampaignRules.ReservationEnd;

/** Calls to the customers of records, from the first to the last that their agent has to do with them (sheet 4.4). On the lane. */
final class CustomerCalls {
    private final Calls calls;
    private final CallFlow flow;
    private final Partings partings;
    private final Steps<Call> steps;
    private final AgentDesk desk;
    private final CampaignRules campaign;
    private final Timing timing;

    CustomerCalls(Room room, CallFlow flow, Partings partings, Steps<Call> steps) {
        calls = room.calls();
        desk = room.desk();
        campaign = room.rules().campaign();
        timing = room.timing();
        this.flow = flow;
        this.partings = partings;
        this.steps = steps;
        partings.whenGone(this::gone);
    }

    /** It exists from now on, in nobody's hands. */
    Call create(CampaignRecord record, String response) {
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
    void bring(Call call) {
        CallState first = call.record().direct() ? CallState.INITIATING : CallState.INITIATED;
        call.become(first);
        Dialog dialog = calls.bring(call, call.record().agent(), first);
        steps.next(call, timing.dialer(), () -> dial(dialog));
    }

    private void dial(Dialog dialog) {
        if (dialog.call().record().direct()) {
            flow.offHook(dialog, "");
        } else {
            flow.dialledForHim(dialog);
        }
        isSeen(dialog.call().record());
    }

    /** With the agent's first sight of it the reservation has done its part. */
    void isSeen(CampaignRecord record) {
        if (campaign.reservationEnd() != ReservationEnd.WITH_CUSTOMER_CALL) {
            dropReservation(record);
        }
    }

    private void dropReservation(CampaignRecord record) {
        record.reservation().filter(calls::lives).ifPresent(partings::drop);
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
