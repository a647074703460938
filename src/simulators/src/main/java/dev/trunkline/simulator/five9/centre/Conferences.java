package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.five9.centre.Controls.Quiet;
import dev.trunkline.simulator.five9.centre.Targets.Target;
import dev.trunkline.simulator.five9.centre.VccException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Somebody comes in, at once or after a word with him; each participant is a call of its own (sheet 4). On the lane. */
final class Conferences {
    private static final Set<String> TRUTH = Set.of("true", "false");

    private final Room room;
    private final CallFlow flow;
    private final Transfers transfers;
    private final Targets targets;

    Conferences(Room room, CallFlow flow, Transfers transfers, Targets targets) {
        this.room = room;
        this.flow = flow;
        this.transfers = transfers;
        this.targets = targets;
    }

    Map<String, Quiet> deeds() {
        Map<String, Quiet> deeds = new LinkedHashMap<>();
        deeds.put("POST add_external_to_conference", add(Permissions.CONFERENCE_OUTSIDE, this::outside));
        deeds.put(
                "POST add_agent_to_conference",
                add(Permissions.CONFERENCE_AGENT, (call, body) -> targets.agent(call.agent(), body)));
        deeds.put("POST add_campaign_to_conference", add("", (call, body) -> targets.campaign(body)));
        deeds.put("POST add_skill_to_conference", add("", (call, body) -> targets.skill(body)));
        deeds.put("POST add_speed_dial_to_conference", add("", (call, body) -> targets.speedDial(body)));
        deeds.put("PUT add_to_conference", (call, body) -> addParked(call));
        deeds.put("POST complete_warm_conference", (call, body) -> complete(call));
        deeds.put("PUT disconnectConferenceParticipant", (call, body) -> putOut(call));
        deeds.put("PUT leave_conference", this::leave);
        return deeds;
    }

    /** The flag is the opposite of the one of a transfer. */
    private Target outside(Call call, Body body) {
        body.flag("includeCallerInfo", true);
        return targets.number(call.agent(), body.needed("number"), !body.flag("checkDNC", true));
    }

    private Quiet add(String permission, BiFunction<Call, Body, Target> whom) {
        return (call, body) -> {
            body.object();
            if (!permission.isEmpty()) {
                call.agent().permissions().need(permission);
            }
            boolean warm = body.flag("warm", false);
            Transfers.ready(call);
            Target target = whom.apply(call, body);
            if (warm) {
                transfers.consult(call, target);
            } else {
                transfers.invite(call, target, true);
            }
        };
    }

    /** A parked call comes into the other one. */
    private void addParked(Call parked) {
        Controls.need(parked, CallState.PARKED);
        Call other = parked.agent().calls().stream()
                .filter(one -> one != parked && one.parent().isEmpty() && one.is(CallState.TALKING, CallState.ON_HOLD))
                .findFirst()
                .orElseThrow(() -> VccException.refused(Reason.CALL, "There is no call to add to"));
        other.attach(parked);
        parked.confer();
        parked.become(CallState.TALKING);
        room.publisher().updated(parked, Publisher.PARTICIPANT_ADDED);
    }

    private void complete(Call call) {
        Call original = call.parent().orElse(call);
        Call consult = Transfers.consultOf(original);
        Controls.need(consult, CallState.TALKING, CallState.ON_HOLD);
        consult.confer();
        consult.become(CallState.TALKING);
        room.publisher().updated(consult, Publisher.PARTICIPANT_ADDED);
        if (original.state() == CallState.ON_HOLD) {
            flow.become(original, CallState.TALKING);
        }
    }

    private void putOut(Call call) {
        if (call.parent().isEmpty() || !call.conferenced()) {
            throw VccException.refused(Reason.CALL, "Call is no participant of a conference");
        }
        flow.hangUp(call);
    }

    /** The flag is text, as the platform's own sample has it. */
    private void leave(Call call, Body body) {
        String flag = body.object().text("isToTransferCallOwnership");
        if (!flag.isEmpty() && !TRUTH.contains(flag)) {
            throw VccException.malformed("'isToTransferCallOwnership' must be \"true\" or \"false\"");
        }
        Controls.need(call, CallState.TALKING, CallState.ON_HOLD);
        if (call.participants().isEmpty()) {
            throw VccException.refused(Reason.CALL, "Call is no conference");
        }
        call.plan(Transfers.disposition(call, body));
        call.participants().forEach(one -> transfers.moveOn(call, one));
        transfers.leave(call);
    }
}
