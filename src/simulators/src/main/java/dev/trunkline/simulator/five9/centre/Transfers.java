package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.five9.centre.CallRules.CompleteOn;
import dev.trunkline.simulator.five9.centre.Controls.Quiet;
import dev.trunkline.simulator.five9.centre.Targets.Target;
import dev.trunkline.simulator.five9.centre.VccException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The customer goes to somebody else, at once or after a word with him (sheet 4). On the lane. */
final class Transfers {
    private final Room room;
    private final CallFlow flow;
    private final Dialling dialling;
    private final Targets targets;
    private final CallRules rules;

    Transfers(Room room, CallFlow flow, Dialling dialling, Targets targets) {
        this.room = room;
        this.flow = flow;
        this.dialling = dialling;
        this.targets = targets;
        rules = room.rules().calls();
    }

    Map<String, Quiet> deeds() {
        Map<String, Quiet> deeds = new LinkedHashMap<>();
        deeds.put("PUT transfer_to_external_number", transfer(Permissions.TRANSFER_OUTSIDE, this::outside));
        deeds.put(
                "PUT transfer_to_agent",
                transfer(Permissions.TRANSFER_AGENT, (call, body) -> targets.agent(call.agent(), body)));
        deeds.put("PUT transfer_to_skill", transfer("", (call, body) -> targets.skill(body)));
        deeds.put("PUT transfer_to_campaign", transfer("", (call, body) -> targets.campaign(body)));
        deeds.put(
                "PUT transfer_to_speed_dial",
                transfer(Permissions.TRANSFER_SPEED_DIAL, (call, body) -> targets.speedDial(body)));
        deeds.put("PUT transfer_to_call", this::toCall);
        deeds.put("PUT complete_transfer", (call, body) -> complete(call));
        deeds.put("PUT cancel_transfer", (call, body) -> cancel(call));
        return deeds;
    }

    private Target outside(Call call, Body body) {
        Body destination = body.part("destination");
        destination.flag("checkMultipleContacts", false);
        return targets.number(call.agent(), destination.needed("number"), destination.flag("skipDNCCheck", false));
    }

    private Quiet transfer(String permission, BiFunction<Call, Body, Target> whom) {
        return (call, body) -> {
            body.object();
            if (!permission.isEmpty()) {
                call.agent().permissions().need(permission);
            }
            boolean warm = body.flag("warm", false);
            body.number("dispositionTimeout");
            body.number("timeout");
            Optional<Disposition> with = disposition(call, body);
            ready(call);
            Target target = whom.apply(call, body);
            call.plan(with);
            if (warm) {
                consult(call, target);
            } else {
                handOver(call, target);
            }
        };
    }

    /** Of what closes the call; empty if the body names none. */
    static Optional<Disposition> disposition(Call call, Body body) {
        String id = body.text("dispositionId");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(Catalogue.disposition(id, call.campaign().isPresent())
                        .orElseThrow(() ->
                                VccException.refused(Reason.DISPOSITION, "Disposition " + id + " is not available")));
    }

    /** Whether somebody else can come into it. */
    static void ready(Call call) {
        Controls.need(call, CallState.TALKING, CallState.ON_HOLD);
        if (call.parent().isPresent() || call.consult().isPresent()) {
            throw VccException.refused(Reason.CALL, "A transfer is in progress");
        }
    }

    /** The customer waits while the agent talks to the other. */
    void consult(Call original, Target target) {
        if (original.state() != CallState.ON_HOLD) {
            flow.become(original, CallState.ON_HOLD);
        }
        invite(original, target, false);
    }

    /** @param joins whether he is in the conference as soon as he answers */
    void invite(Call original, Target target, boolean joins) {
        boolean inHouse = target.colleague().isPresent();
        Call call = Call.outgoing(
                original.agent(),
                inHouse ? CallType.AGENT : CallType.MANUAL,
                target.number(),
                inHouse ? null : original.campaign().orElse(null),
                flow.first());
        original.attach(call);
        if (joins) {
            call.confer();
        }
        dialling.place(call, target.colleague());
    }

    private void handOver(Call call, Target target) {
        if (target.colleague().isPresent()) {
            Call his = Call.incoming(
                    target.colleague().get(),
                    call.type(),
                    call.number(),
                    call.campaign().orElse(null));
            his.variables().putAll(call.variables());
            his.transferredBy(call.agent());
            call.continuesAs(room.calls().add(his));
            flow.offer(his);
        } else {
            call.transfer();
        }
        leave(call);
    }

    /** The agent is out of it; without a disposition it is owed. */
    void leave(Call call) {
        call.part();
        if (call.planned().isPresent() && rules.transferCloses()) {
            call.dispose(call.planned().get());
            flow.close(call);
        } else {
            flow.over(call);
        }
    }

    private Call original(Call call) {
        boolean consulted = call.parent().isPresent();
        if (consulted && rules.completeOn() == CompleteOn.ORIGINAL
                || !consulted && rules.completeOn() == CompleteOn.CONSULT) {
            throw VccException.refused(Reason.CALL, "Improper call");
        }
        return call.parent().orElse(call);
    }

    static Call consultOf(Call original) {
        return original.consult().orElseThrow(() -> VccException.refused(Reason.CALL, "No transfer is in progress"));
    }

    /** Customer and consulted party talk on without the agent. */
    private void complete(Call call) {
        Call original = original(call);
        Call consult = consultOf(original);
        Controls.need(consult, CallState.TALKING, CallState.ON_HOLD);
        moveOn(original, consult);
        leave(original);
    }

    /** Whoever is at the other end of the attached call has the customer now. */
    void moveOn(Call original, Call attached) {
        Optional<Call> his = attached.peer();
        attached.part();
        original.detach(attached);
        if (his.isPresent()) {
            his.get().takeOver(original);
            original.continuesAs(his.get());
            room.publisher().updated(his.get(), Publisher.UPDATED);
        } else {
            original.transfer();
        }
        attached.transfer();
        flow.finish(attached);
    }

    private void cancel(Call call) {
        flow.hangUp(consultOf(original(call)));
    }

    /** From parked to parked: the two customers talk. */
    private void toCall(Call call, Body body) {
        String id = body.object().text("callId").isEmpty() ? body.needed("value") : body.text("callId");
        Call other = call.agent().call(id).orElseThrow(() -> VccException.notFound("Call " + id));
        Controls.need(call, CallState.PARKED);
        Controls.need(other, CallState.PARKED);
        call.transfer();
        other.transfer();
        leave(call);
        leave(other);
    }
}
