package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Steps;
import dev.trunkline.simulator.finesse.centre.CampaignRules.CustomerCall;
import dev.trunkline.simulator.finesse.centre.CampaignRules.ReservationEnd;

/**
 * The dialer of the campaigns: it reserves an agent and offers him a record, which he takes or leaves; or it calls the customer first (sheet
 * 4.3, 4.4). On the lane.
 */
final class Dialer {
    private static final String ACCEPT = "Accept";
    private static final String REJECT = "Reject";
    private static final String CLOSE = "Reject-Close";

    private final Calls calls;
    private final CustomerCalls customers;
    private final UnseenCalls unseen;
    private final Partings partings;
    private final Steps<Call> steps;
    private final AgentDesk desk;
    private final Publisher publisher;
    private final Rules rules;
    private final Timing timing;

    Dialer(Room room, CustomerCalls customers, UnseenCalls unseen, Partings partings, Steps<Call> steps) {
        calls = room.calls();
        desk = room.desk();
        publisher = room.publisher();
        rules = room.rules();
        timing = room.timing();
        this.customers = customers;
        this.unseen = unseen;
        this.partings = partings;
        this.steps = steps;
    }

    void offer(CampaignRecord record) {
        desk.reserve(record.agent(), record.reservedState());
        if (record.mode().callsFirst()) {
            unseen.dial(customers.create(record, ""));
        } else {
            show(record);
        }
    }

    /** The reservation dialog, from which the agent takes the record or leaves it. */
    private void show(CampaignRecord record) {
        CallState first = rules.campaign().reservationState();
        Call call = calls.reserve(record, !rules.uccx());
        call.belongsTo(
                new CampaignLeg(record, true, "", record.callbackNumber()),
                record.variables(record.words().reservationStatus(), ""));
        call.become(first);
        record.reservation(call);
        publisher.added(calls.bring(call, record.agent(), first), "");
        steps.next(call, timing.offer(), () -> customers.timeOut(call));
    }

    /** Without a number nobody can be called: the record stays with the agent, who can still leave it. */
    void accept(Dialog reservation, String requestId) {
        CampaignRecord record = reservation.call().record();
        if (record.number().isEmpty()) {
            publisher.callError(reservation, CtiError.INVALID_CALLED_DEVICE, requestId);
            return;
        }
        record.become(RecordState.ACCEPTED);
        take(reservation, requestId);
        Call customer = customers.create(record, ACCEPT);
        if (!record.direct() && rules.campaign().customerCall() == CustomerCall.AT_ANSWER) {
            steps.next(customer, timing.dialer(), () -> unseen.dial(customer));
            return;
        }
        customers.bring(customer);
        if (rules.campaign().reservationEnd() == ReservationEnd.AT_ACCEPT) {
            partings.drop(reservation.call());
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

    void reject(Dialog reservation, String requestId) {
        leave(reservation, RecordState.REJECTED, REJECT, requestId);
    }

    void close(Dialog reservation, String requestId) {
        leave(reservation, RecordState.CLOSED, CLOSE, requestId);
    }

    private void leave(Dialog reservation, RecordState state, String response, String requestId) {
        reservation.call().record().become(state);
        reservation.call().variables().put(CallProgress.RESPONSE, response);
        partings.drop(reservation, requestId);
    }

    void withdraw(CampaignRecord record) {
        if (record.state() != RecordState.OFFERED) {
            throw new RefusedException(409, "The record is " + record.state() + "; only an open offer is withdrawn.");
        }
        record.reservation().or(record::customerCall).ifPresent(call -> customers.giveUp(call, RecordState.WITHDRAWN));
    }
}
