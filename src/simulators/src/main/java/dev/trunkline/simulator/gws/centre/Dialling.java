package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.gws.centre.Rules.InvalidNumber;

/** How calls come about (sheet 3). On the lane. */
final class Dialling {
    private final Room room;
    private final CallFlow flow;
    private final Desk desk;

    Dialling(Room room, CallFlow flow, Desk desk) {
        this.room = room;
        this.flow = flow;
        this.desk = desk;
    }

    /** Accepted, which says nothing of a call yet. */
    void dial(Agent agent, Operation operation) {
        String number = operation.destination();
        check(agent);
        if (invalid(agent, number)) {
            return;
        }
        CallType type = room.staff().inHouse(number) ? CallType.INTERNAL : CallType.OUTBOUND;
        Call call = place(type, agent, number, null);
        operation.userData().ifPresent(call.userData()::putAll);
        flow.begin(call);
    }

    private void check(Agent agent) {
        desk.register(agent);
        if (room.rules().dialNeedsSession() && !agent.device().loggedIn()) {
            throw StatusException.state("The agent is not logged in at device '" + agent.number() + "'.");
        }
        if (room.rules().dialNeedsReady() && !agent.device().state().equals(UserState.READY)) {
            throw StatusException.state("The agent is not ready.");
        }
        if (Calls.engaged(agent)) {
            throw StatusException.state("Device '" + agent.number() + "' has a call that is not held.");
        }
    }

    /** A number that the switch does not take. @return whether that is all that happens */
    private boolean invalid(Agent agent, String number) {
        boolean wrong = !room.staff().inHouse(number) && FarEnd.of(number) == FarEnd.INVALID_NUMBER
                || !number.matches("[+*#0-9A-Da-d() .-]+");
        String text = "Invalid destination '" + number + "'.";
        if (wrong && room.rules().invalidNumber() == InvalidNumber.HTTP_ERROR) {
            throw StatusException.invalid(text);
        }
        if (wrong && room.rules().invalidNumber() == InvalidNumber.ERROR_MESSAGE) {
            room.lane().after(room.timing().begin(), () -> room.publisher().error(agent, text));
            return true;
        }
        return false;
    }

    /** @param parent of a consult; else null */
    Call place(CallType type, Agent agent, String number, Call parent) {
        Call call = room.calls().place(type, agent, number, parent);
        if (!room.staff().inHouse(number) && call.farEnd() == FarEnd.DISORDERLY_EVENTS) {
            call.disturb();
        }
        call.join(Party.of(agent, CallState.DIALING));
        invite(call, number);
        return call;
    }

    /** Somebody more is called; a colleague who talks already hears nothing of it. */
    Party invite(Call call, String number) {
        return call.join(room.staff()
                .at(number)
                .filter(colleague ->
                        colleague.calls().isEmpty() && colleague.device().active())
                .map(colleague -> Party.of(colleague, CallState.DIALING))
                .orElseGet(() -> Party.outside(number, CallState.RINGING)));
    }
}
