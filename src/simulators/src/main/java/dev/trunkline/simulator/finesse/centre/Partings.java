package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Steps;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How parties leave a call, what it is to those who stay, and who wraps up (sheet 6.1). On the lane. */
final class Partings {
    private final Calls calls;
    private final AgentDesk desk;
    private final Publisher publisher;
    private final Rules rules;
    private final Steps<Call> steps;
    private Consumer<Call> gone = call -> {};

    Partings(Room room, Steps<Call> steps) {
        calls = room.calls();
        desk = room.desk();
        publisher = room.publisher();
        rules = room.rules();
        this.steps = steps;
        desk.whenWrapUpIsOver(this::clearWrapUps);
    }

    /** Told of each call that no agent has any more. */
    void whenGone(Consumer<Call> listener) {
        gone = listener;
    }

    /** An agent hangs up. */
    void leave(Dialog dialog, String requestId) {
        leave(dialog.call(), dialog.own(), dialog, requestId);
    }

    /** A party goes, or is sent away by the actor: two who are left talk on, one alone does not. */
    void leave(Call call, Participant party, Dialog actor, String requestId) {
        List<Participant> staying =
                call.live().stream().filter(other -> other != party).toList();
        Optional<Dialog> theirs = call.dialogOf(party);
        if (!call.answered() || staying.size() < 2) {
            end(call, actor, requestId);
        } else if (theirs.isEmpty()) {
            call.remove(party);
            publisher.changed(actor, requestId);
        } else if (staying.stream().anyMatch(other -> call.dialogOf(other).isPresent())) {
            part(theirs.get(), actor, requestId);
        } else {
            call.goAway();
            end(call, actor, requestId);
        }
    }

    /** One agent is out, the others talk on. */
    private void part(Dialog leaving, Dialog actor, String requestId) {
        if (wrapsUp(leaving)) {
            leaving.own().become(CallState.WRAP_UP);
        } else {
            leaving.own().become(CallState.DROPPED);
            dismiss(leaving, leaving == actor ? requestId : "");
        }
        publisher.changed(actor, requestId);
        settle(leaving.agent());
    }

    /** It is over for everybody: an answered call is wrapped up where that is the rule, any other is gone. */
    private void end(Call call, Dialog actor, String requestId) {
        List<Dialog> talks = talks(call);
        if (talks.size() == call.dialogs().size() && talks.stream().noneMatch(this::wrapsUp)) {
            drop(call, actor, requestId);
            return;
        }
        steps.cancel(call);
        call.forgetOthers();
        call.become(CallState.ACTIVE);
        talks.forEach(dialog -> dialog.own().become(wrapsUp(dialog) ? CallState.WRAP_UP : CallState.DROPPED));
        talks.stream()
                .filter(dialog -> dialog.own().state() == CallState.DROPPED)
                .forEach(dialog -> dismiss(dialog, dialog == actor ? requestId : ""));
        publisher.changed(actor, requestId);
        talks.forEach(dialog -> settle(dialog.agent()));
    }

    private static List<Dialog> talks(Call call) {
        return call.dialogs().stream()
                .filter(dialog -> dialog.own().state() != CallState.WRAP_UP)
                .toList();
    }

    /** Whether an agent has time to wrap up; who consulted goes back to the customer instead. */
    private boolean wrapsUp(Dialog dialog) {
        boolean consulted = dialog.outgoing() && dialog.call().callType().equals(CallType.CONSULT);
        return dialog.own().everActive() && !consulted && rules.wrapsUp(dialog.outgoing(), dialog.ofCampaign());
    }

    /** Gone at once for everybody, without wrap-up. */
    void drop(Call call) {
        drop(call, null, "");
    }

    /** As {@link #drop(Call)}, because its agent asked for it. */
    void drop(Dialog actor, String requestId) {
        drop(actor.call(), actor, requestId);
    }

    private void drop(Call call, Dialog actor, String requestId) {
        List<Dialog> talks = talks(call);
        steps.cancel(call);
        call.dropAll();
        call.dialogs().forEach(dialog -> dismiss(dialog, dialog == actor ? requestId : ""));
        calls.end(call);
        talks.forEach(dialog -> settle(dialog.agent()));
    }

    /** An agent whose phone rang is not needed any more. */
    void withdraw(Dialog dialog) {
        dialog.own().become(CallState.DROPPED);
        dismiss(dialog, "");
        settle(dialog.agent());
    }

    /** DROPPED is told twice, then the dialog is deleted (sheet 5.5). */
    private void dismiss(Dialog dialog, String requestId) {
        publisher.changedFor(dialog, requestId);
        publisher.changedFor(dialog, "");
        calls.take(dialog);
        publisher.removed(dialog);
        if (dialog.call().state() != CallState.DROPPED) {
            dialog.call().remove(dialog.own());
        }
        if (dialog.call().dialogs().isEmpty()) {
            gone.accept(dialog.call());
        }
    }

    /** What the agent is now, by the calls that are left; a wrap-up that had to wait for the agent's other call begins. */
    private void settle(Agent agent) {
        if (!agent.talks().isEmpty()) {
            desk.follow(agent);
        } else if (agent.dialogs().isEmpty()) {
            desk.callOver(agent);
        } else if (!agent.state().wrappingUp()) {
            desk.wrapUp(agent);
        }
    }

    private void clearWrapUps(Agent agent) {
        for (Dialog dialog : agent.dialogs()) {
            if (dialog.own().state() == CallState.WRAP_UP) {
                clear(dialog);
            }
        }
    }

    private void clear(Dialog dialog) {
        Call call = dialog.call();
        if (call.dialogs().size() == 1) {
            call.dropAll();
        }
        dialog.own().become(CallState.DROPPED);
        dismiss(dialog, "");
        publisher.changed(call);
    }
}
