package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Steps;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a call comes about, from off hook to the answer, step by step as in the table of sheet 6.1. On the lane. */
final class CallFlow {
    private static final Set<CallState> COMING =
            EnumSet.of(CallState.INITIATING, CallState.INITIATED, CallState.ALERTING);

    private final Calls calls;
    private final Directory directory;
    private final Partings partings;
    private final Steps<Call> steps;
    private final AgentDesk desk;
    private final Publisher publisher;
    private final Notifier notifier;
    private final Rules rules;
    private final Timing timing;
    private final Map<Agent, Cause> foretold = new HashMap<>();

    CallFlow(Room room, Partings partings, Steps<Call> steps) {
        calls = room.calls();
        directory = room.directory();
        desk = room.desk();
        publisher = room.publisher();
        notifier = room.notifier();
        rules = room.rules();
        timing = room.timing();
        this.partings = partings;
        this.steps = steps;
    }

    /** The call exists from now on; it is told a moment later. */
    void begin(Dialog caller, String requestId) {
        steps.next(caller.call(), timing.begin(), () -> offHook(caller, requestId));
    }

    /** How the next call of this agent fails that reaches a number outside. */
    void foretell(Agent agent, Cause cause) {
        foretold.put(agent, cause);
    }

    void forget() {
        foretold.clear();
    }

    /** Begin call and off hook each give a POST. */
    void offHook(Dialog caller, String requestId) {
        desk.dialling(caller.agent());
        appear(caller, requestId);
        publisher.added(caller, "");
        steps.next(caller.call(), timing.offHook(), () -> dialled(caller));
    }

    /** The dialer has dialled for the agent, who sees the call from now on. */
    void dialledForHim(Dialog dialog) {
        appear(dialog, "");
        steps.next(dialog.call(), timing.dialling(), () -> reachOutside(dialog));
    }

    /** An agent has the call in his list, and hears so. */
    void appear(Dialog dialog, String requestId) {
        if (farEnd(dialog.call()) == FarEnd.DISORDERLY_EVENTS) {
            dialog.call().disturb();
        }
        publisher.added(dialog, requestId);
        if (farEnd(dialog.call()) == FarEnd.STREAM_CUT) {
            notifier.cut(dialog.agent().id());
        }
    }

    private void dialled(Dialog caller) {
        Call call = caller.call();
        call.become(CallState.INITIATED);
        caller.own().become(CallState.INITIATED);
        publisher.changed(call);
        steps.next(call, timing.dialling(), () -> directory
                .at(call.toAddress())
                .ifPresentOrElse(called -> reach(caller, called), () -> reachOutside(caller)));
    }

    private void reach(Dialog caller, Agent called) {
        if (busy(called)) {
            fail(caller, Cause.BUSY);
        } else {
            ringAt(caller.call(), called);
        }
    }

    /** A phone with a call has no place for another one from outside of it. */
    boolean busy(Agent called) {
        return called.engaged();
    }

    /** The phone of an agent rings: he has a dialog of the call from now on. */
    void ringAt(Call call, Agent called) {
        call.become(CallState.ALERTING);
        Dialog offered = calls.bring(call, called, CallState.ALERTING);
        call.dialogs().stream().filter(dialog -> dialog != offered).forEach(dialog -> publisher.changedFor(dialog, ""));
        publisher.added(offered, "");
        desk.ringing(called);
        if (rules.agentPhones() == Rules.AgentPhones.AUTO_ANSWER) {
            steps.next(call, timing.ring(), () -> answer(call));
        }
    }

    private void reachOutside(Dialog caller) {
        Cause told = foretold.remove(caller.agent());
        if (told != null) {
            fail(caller, told);
            return;
        }
        switch (farEnd(caller.call())) {
            case BUSY -> fail(caller, Cause.BUSY);
            case INVALID_NUMBER -> fail(caller, Cause.BAD_DESTINATION);
            default -> ringOutside(caller);
        }
    }

    private void ringOutside(Dialog caller) {
        Call call = caller.call();
        call.join(new Participant(call.toAddress(), false, CallState.ALERTING));
        if (rules.alerting()) {
            call.become(CallState.ALERTING);
            publisher.changed(call);
        }
        switch (farEnd(call)) {
            case NO_ANSWER -> steps.next(call, timing.noAnswer(), () -> notAnswered(call));
            case REJECTS -> steps.next(call, timing.ring(), () -> fail(caller, rules.rejectCause()));
            default -> steps.next(call, timing.ring(), () -> answer(call));
        }
    }

    private void notAnswered(Call call) {
        call.progress(CallProgress.NO_ANSWER);
        partings.drop(call);
    }

    /** Whoever rings answers. */
    void answer(Call call) {
        answer(call, Optional.empty(), "");
    }

    void answer(Dialog called, String requestId) {
        answer(called.call(), Optional.of(called), requestId);
    }

    private void answer(Call call, Optional<Dialog> actor, String requestId) {
        steps.cancel(call);
        call.become(CallState.ACTIVE);
        call.progress(CallProgress.VOICE);
        call.participants().stream()
                .filter(party -> COMING.contains(party.state()))
                .forEach(party -> party.become(CallState.ACTIVE));
        actor.ifPresentOrElse(dialog -> publisher.changed(dialog, requestId), () -> publisher.changed(call));
        talk(call);
    }

    /** What follows from an answer. */
    void talk(Call call) {
        call.leg().ifPresent(leg -> leg.record().become(RecordState.ACCEPTED));
        call.dialogs().forEach(dialog -> desk.follow(dialog.agent()));
        if (farEnd(call) == FarEnd.SHORT_CALL) {
            steps.next(call, timing.shortCall(), () -> hangUp(call));
        }
    }

    /** It did not come about: the caller hears why, and a phone that rang is quiet again. */
    void fail(Dialog caller, Cause cause) {
        Call call = caller.call();
        call.become(CallState.FAILED);
        call.progress(CallProgress.of(cause));
        call.dialogs().stream().filter(dialog -> dialog != caller).forEach(partings::withdraw);
        call.forgetOthers();
        caller.own().fail(cause);
        publisher.changed(call);
        steps.next(call, timing.busyClear(), () -> partings.drop(call));
    }

    /** The other party hangs up: the customer, or the agent who was called. */
    void hangUp(Call call) {
        Participant far = call.live().stream()
                .filter(party -> call.dialogOf(party).isEmpty())
                .findFirst()
                .orElseGet(() -> call.live().get(call.live().size() - 1));
        partings.leave(call, far, call.dialogs().get(0), "");
    }

    /** The digits say nothing of the phone of an agent. */
    private FarEnd farEnd(Call call) {
        return directory.at(call.toAddress()).isPresent() ? FarEnd.ANSWERS : FarEnd.of(call.toAddress());
    }
}
