package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.gws.centre.Rules.AgentPhones;
import dev.trunkline.simulator.gws.centre.Rules.Digits;
import java.util.HashMap;
import java.util.Map;

/** What an agent does with a call of his (sheet 4.1): what its capabilities do not name is refused. On the lane. */
final class Controls {
    /** One operation. */
    @FunctionalInterface
    private interface Deed {
        void on(Agent agent, Call call, Operation operation);
    }

    private final Room room;
    private final CallFlow flow;
    private final Map<String, Deed> deeds = new HashMap<>();

    Controls(Room room, CallFlow flow, Consults consults) {
        this.room = room;
        this.flow = flow;
        deeds.put("Answer", (agent, call, operation) -> answer(agent, call));
        deeds.put("Reject", (agent, call, operation) -> flow.leave(call, own(agent, call)));
        deeds.put("Hangup", (agent, call, operation) -> flow.leave(call, own(agent, call)));
        deeds.put("ClearCall", (agent, call, operation) -> flow.clear(call));
        deeds.put("Hold", (agent, call, operation) -> become(agent, call, CallState.HELD));
        deeds.put("Retrieve", (agent, call, operation) -> retrieve(agent, call));
        deeds.put("MuteCall", (agent, call, operation) -> mute(agent, call, true));
        deeds.put("UnmuteCall", (agent, call, operation) -> mute(agent, call, false));
        deeds.put("SendDtmf", this::sendDtmf);
        deeds.put("InitiateTransfer", consults::start);
        deeds.put("InitiateConference", consults::start);
        deeds.put("CompleteTransfer", consults::transfer);
        deeds.put("CompleteConference", consults::conference);
        deeds.put("SwapCalls", consults::swap);
        deeds.put("SingleStepTransfer", consults::handOver);
        deeds.put("SingleStepConference", consults::bringIn);
        deeds.put("AttachUserData", this::attach);
        deeds.put("UpdateUserData", this::attach);
        deeds.put("DeleteUserData", (agent, call, operation) -> deleteAll(call));
        deeds.put("DeleteUserDataPair", (agent, call, operation) -> delete(call, operation));
        deeds.put("StartCallRecording", (agent, call, operation) -> record(agent, call, "Recording"));
        deeds.put("StopCallRecording", (agent, call, operation) -> record(agent, call, "Stopped"));
        deeds.put("PauseCallRecording", (agent, call, operation) -> record(agent, call, "Paused"));
        deeds.put("ResumeCallRecording", (agent, call, operation) -> record(agent, call, "Recording"));
    }

    void perform(Agent agent, String callId, Operation operation) {
        Deed deed = deeds.get(operation.name());
        Call call = callOf(agent, callId);
        if (deed == null) {
            throw StatusException.invalid("There is no operation '" + operation.name() + "'.");
        }
        Party own = call.of(agent).orElseThrow();
        if (!room.publisher().resources().capabilities(call, own, agent).contains(operation.name())) {
            throw StatusException.state("The operation '" + operation.name() + "' is not possible while the call is "
                    + own.state().word() + ".");
        }
        deed.on(agent, call, operation);
    }

    /** Whose data may still be changed is still there. */
    private Call callOf(Agent agent, String callId) {
        Call last = agent.lastCall();
        boolean working = room.rules().dataAfterRelease() && agent.device().working() && last != null;
        return working && room.calls().find(callId).filter(last::equals).isPresent()
                ? last
                : room.calls().of(agent, callId);
    }

    private static Party own(Agent agent, Call call) {
        return call.of(agent).orElseThrow();
    }

    /** That it was accepted does not mean that the telephone does it. */
    private void answer(Agent agent, Call call) {
        if (room.rules().agentPhones() != AgentPhones.BY_HAND) {
            flow.answer(call, own(agent, call));
        }
    }

    private void become(Agent agent, Call call, CallState state) {
        own(agent, call).become(state);
        flow.tell(call, agent);
    }

    private void retrieve(Agent agent, Call call) {
        if (Calls.engaged(agent)) {
            throw StatusException.state("Another call of the device is not held.");
        }
        become(agent, call, CallState.ESTABLISHED);
    }

    private void mute(Agent agent, Call call, boolean on) {
        own(agent, call).mute(on);
        flow.tell(call, agent);
    }

    private void sendDtmf(Agent agent, Call call, Operation operation) {
        if (operation.digits().isEmpty()) {
            throw StatusException.missing("digits");
        }
        boolean all = room.rules().digits() == Digits.ALL;
        if (!operation.digits().matches(all ? "[0-9*#A-D,]+" : "[0-9]+")) {
            throw StatusException.invalid("The digits '" + operation.digits() + "' cannot be sent.");
        }
        room.publisher().call(call, agent, "DtmfSent");
    }

    /** How duplicate keys would look is unknown; the last one stays (sheet 9). */
    private void attach(Agent agent, Call call, Operation operation) {
        call.userData().putAll(operation.data());
        attached(agent, call);
    }

    private void attached(Agent agent, Call call) {
        room.publisher().call(call, "AttachedDataChanged");
        if (!own(agent, call).live()) {
            room.publisher().call(call, agent, "AttachedDataChanged");
        }
    }

    private void deleteAll(Call call) {
        call.userData().clear();
        room.publisher().call(call, "AttachedDataChanged");
    }

    private void delete(Call call, Operation operation) {
        if (operation.key().isEmpty()) {
            throw StatusException.missing("key");
        }
        call.userData().remove(operation.key());
        room.publisher().call(call, "AttachedDataChanged");
    }

    private void record(Agent agent, Call call, String word) {
        own(agent, call).record(word);
        room.publisher().call(call, agent, "CallRecordingStateChange");
    }
}
