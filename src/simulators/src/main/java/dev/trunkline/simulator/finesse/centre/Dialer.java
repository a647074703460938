package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.finesse.centre.Agent.Wish;
import dev.trunkline.simulator.finesse.centre.CampaignRules.CustomerCall;
import dev.trunkline.simulator.finesse.centre.CampaignRules.ReservationEnd;

/**
 * The dialer of the campaigns: it reserves an agent, then offers him a record or calls the customer first, and brings both together (sheet
 * 4.3, 4.4). On the lane.
 */
final class Dialer {
    private static final String ACCEPT = "Accept";
    private static final String REJECT = "Reject";
    private static final String CLOSE = "Reject-Close";

    private final Calls calls;
    private final CallFlow flow;
    private final Partings partings;
    private final Steps steps;
    private final AgentDesk desk;
    private final Publisher publisher;
    private final Rules rules;
    private final CampaignRules campaign;
    private final Timing timing;

    Dialer(Room room, CallFlow flow, Partings partings, Steps steps) {
        calls = room.calls();
        desk = room.desk();
        publisher = room.publisher();
        rules = room.rules();
        campaign = rules.campaign();
        timing = room.timing();
        this.flow = flow;
        this.partings = partings;
        this.steps = steps;
        partings.whenGone(this::gone);
    }

    void offer(CampaignRecord record) {
        desk.reserve(record.agent(), reservedState(record));
        if (record.mode().callsFirst()) {
            dialUnseen(customerCall(record));
        } else {
            show(record);
        }
    }

    private static AgentState reservedState(CampaignRecord record) {
        return record.mode().callsFirst() ? AgentState.RESERVED_OUTBOUND : AgentState.RESERVED_OUTBOUND_PREVIEW;
    }

    /** The reservation dialog, from which the agent takes the record or leaves it. */
    private void show(CampaignRecord record) {
        Call call = calls.reserve(record, !rules.uccx());
        call.belongsTo(
                new CampaignLeg(record, true, "", callbackNumber(record)),
                record.variables(record.words().reservationStatus(), ""));
        call.become(campaign.reservationState());
        record.reservation(call);
        publisher.added(calls.bring(call, record.agent(), campaign.reservationState()), "");
        steps.next(call, timing.offer(), () -> timeOut(record, call));
    }

    private String callbackNumber(CampaignRecord record) {
        return record.direct() && !rules.uccx() ? record.number() : "";
    }

    private Call customerCall(CampaignRecord record) {
        Call call = calls.toCustomer(record);
        String reservation = record.reservation()
                .filter(any -> campaign.linksDialogs())
                .map(Call::uri)
                .orElse("");
        call.belongsTo(
                new CampaignLeg(record, false, reservation, callbackNumber(record)),
                record.variables(record.words().customerStatus(), reservation.isEmpty() ? "" : ACCEPT));
        if (campaign.listsReclassify()) {
            call.offerReclassify();
        }
        record.customerCall(call);
        return call;
    }

    /** Without a number nobody can be called: the record stays with the agent, who can still leave it. */
    void accept(Dialog reservation, String requestId) {
        CampaignRecord record = recordOf(reservation.call());
        if (record.number().isEmpty()) {
            publisher.callError(reservation, CtiError.INVALID_CALLED_DEVICE, requestId);
            return;
        }
        record.become(RecordState.ACCEPTED);
        take(reservation, requestId);
        Call customer = customerCall(record);
        if (!record.direct() && campaign.customerCall() == CustomerCall.AT_ANSWER) {
            steps.next(customer, timing.dialer(), () -> dialUnseen(customer));
        } else {
            callInHisHands(record, customer);
        }
    }

    private void take(Dialog reservation, String requestId) {
        Call call = reservation.call();
        steps.cancel(call);
        call.become(CallState.ACCEPTED);
        call.participants().forEach(party -> party.become(CallState.ACTIVE));
        reservation.own().become(CallState.ACCEPTED);
        call.variables().put(CallProgress.RESPONSE, ACCEPT);
        publisher.changed(reservation, requestId);
    }

    /** The agent has the call before anybody is reached, so that he is not free in between. */
    private void callInHisHands(CampaignRecord record, Call customer) {
        CallState first = record.direct() ? CallState.INITIATING : CallState.INITIATED;
        customer.become(first);
        Dialog dialog = calls.bring(customer, record.agent(), first);
        if (campaign.reservationEnd() == ReservationEnd.AT_ACCEPT) {
            dropReservation(record);
        }
        steps.next(customer, timing.dialer(), () -> call(record, dialog));
    }

    private void call(CampaignRecord record, Dialog dialog) {
        if (record.direct()) {
            flow.offHook(dialog, "");
        } else {
            flow.dialledForHim(dialog);
        }
        hasCustomerCall(record);
    }

    private void hasCustomerCall(CampaignRecord record) {
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
        CampaignRecord record = recordOf(call);
        record.become(RecordState.NOT_REACHED);
        call.progress(heard);
        record.reservation().ifPresent(reservation -> reservation.variables().put(CallProgress.RESPONSE, heard.word()));
        release(record, call);
    }

    /** The customer is on the line: the agent's phone rings, or has him at once (sheet 4.4, deduced). */
    private void putThrough(Call call) {
        CampaignRecord record = recordOf(call);
        if (!awaited(record)) {
            abandon(record, call);
            return;
        }
        boolean rings = record.mode().callsFirst() && rules.agentPhones() == Rules.AgentPhones.RING;
        CallState first = rings ? CallState.ALERTING : CallState.ACTIVE;
        call.become(first);
        call.progress(CallProgress.VOICE);
        Dialog dialog = calls.bring(call, record.agent(), first);
        call.join(new Participant(call.toAddress(), false, CallState.ACTIVE));
        flow.appear(dialog, "");
        hasCustomerCall(record);
        if (rings) {
            steps.next(call, timing.offer(), () -> timeOut(record, call));
        } else {
            flow.talk(call);
        }
    }

    /** An agent who was reserved may have gone elsewhere meanwhile. */
    private static boolean awaited(CampaignRecord record) {
        return record.agent().state() == reservedState(record);
    }

    private void abandon(CampaignRecord record, Call call) {
        record.become(RecordState.ABANDONED);
        release(record, call);
    }

    void reject(Dialog reservation, String requestId) {
        leave(reservation, RecordState.REJECTED, REJECT, requestId);
    }

    void close(Dialog reservation, String requestId) {
        leave(reservation, RecordState.CLOSED, CLOSE, requestId);
    }

    private void leave(Dialog reservation, RecordState state, String response, String requestId) {
        recordOf(reservation.call()).become(state);
        reservation.call().variables().put(CallProgress.RESPONSE, response);
        partings.drop(reservation, requestId);
    }

    /** The agent did nothing about it: neither with the reservation nor with the call that rings. */
    private void timeOut(CampaignRecord record, Call call) {
        Agent agent = record.agent();
        if (campaign.afterOfferTimeout() != AgentState.READY && agent.pending().isEmpty()) {
            agent.afterwards(new Wish(campaign.afterOfferTimeout(), Agent.NO_REASON));
        }
        record.become(RecordState.TIMED_OUT);
        release(record, call);
    }

    void withdraw(CampaignRecord record) {
        if (record.state() != RecordState.OFFERED) {
            throw new RefusedException(409, "The record is " + record.state() + "; only an open offer is withdrawn.");
        }
        record.become(RecordState.WITHDRAWN);
        record.reservation().or(record::customerCall).ifPresent(call -> release(record, call));
    }

    /** The agent is free again. */
    private void release(CampaignRecord record, Call call) {
        boolean seen = !call.dialogs().isEmpty();
        partings.drop(call);
        dropReservation(record);
        if (!seen && awaited(record)) {
            desk.callOver(record.agent());
        }
    }

    /** What a customer does who does not talk to the agent yet; false if he does. */
    boolean farEnd(Call call, boolean hangsUp) {
        boolean unseen = call.dialogs().isEmpty();
        if (call.leg().isEmpty() || call.answered() || call.state() != CallState.ALERTING) {
            return false;
        }
        if (call.reservation()) {
            throw new RefusedException(409, "A reservation has no far end; it can be withdrawn.");
        }
        if (unseen && hangsUp) {
            notReached(call, CallProgress.UNKNOWN);
        } else if (unseen) {
            putThrough(call);
        } else if (hangsUp && recordOf(call).mode().callsFirst()) {
            abandon(recordOf(call), call);
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
        CampaignRecord record = recordOf(call);
        if (record.state() == RecordState.ACCEPTED) {
            record.become(call.answered() ? RecordState.ENDED : RecordState.NOT_REACHED);
        }
        dropReservation(record);
    }

    private static CampaignRecord recordOf(Call call) {
        return call.leg().orElseThrow().record();
    }
}
