package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Lane;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;

/** The life of a call from off hook to its end, step by step as in the table of sheet 6.1. On the lane. */
final class CallFlow {
    static final String OUT = "OUT";
    static final String CONSULT = "CONSULT";

    private final Calls calls;
    private final AgentDesk desk;
    private final Publisher publisher;
    private final Notifier notifier;
    private final Rules rules;
    private final Timing timing;
    private final Lane lane;
    private final Map<Dialog, ScheduledFuture<?>> nextSteps = new HashMap<>();

    CallFlow(
            Calls calls,
            AgentDesk desk,
            Publisher publisher,
            Notifier notifier,
            Rules rules,
            Timing timing,
            Lane lane) {
        this.calls = calls;
        this.desk = desk;
        this.publisher = publisher;
        this.notifier = notifier;
        this.rules = rules;
        this.timing = timing;
        this.lane = lane;
        desk.whenWrapUpIsOver(this::clearWrapUps);
    }

    /** The call exists from now on; it is told a moment later. */
    void begin(Dialog dialog, String requestId) {
        if (farEnd(dialog) == FarEnd.DISORDERLY_EVENTS) {
            dialog.disturb();
        }
        next(dialog, timing.begin(), () -> post(dialog, requestId));
    }

    /** Begin call and off hook each give a POST. */
    private void post(Dialog dialog, String requestId) {
        desk.dialling(dialog.agent());
        publisher.added(dialog, requestId);
        if (farEnd(dialog) == FarEnd.STREAM_CUT) {
            notifier.cut(dialog.agent().id());
        }
        publisher.added(dialog, "");
        next(dialog, timing.offHook(), () -> dialled(dialog));
    }

    private void dialled(Dialog dialog) {
        dialog.become(CallState.INITIATED);
        dialog.own().become(CallState.INITIATED);
        publisher.changed(dialog, "");
        next(dialog, timing.dialling(), () -> {
            switch (farEnd(dialog)) {
                case BUSY -> fail(dialog, Cause.BUSY);
                case INVALID_NUMBER -> fail(dialog, Cause.BAD_DESTINATION);
                default -> ring(dialog);
            }
        });
    }

    private void ring(Dialog dialog) {
        dialog.join(new Participant(dialog.toAddress(), false, CallState.ALERTING));
        if (rules.alerting()) {
            dialog.become(CallState.ALERTING);
            publisher.changed(dialog, "");
        }
        switch (farEnd(dialog)) {
            case NO_ANSWER -> next(dialog, timing.noAnswer(), () -> drop(dialog, ""));
            case REJECTS -> next(dialog, timing.ring(), () -> fail(dialog, rules.rejectCause()));
            default -> next(dialog, timing.ring(), () -> answer(dialog));
        }
    }

    void answer(Dialog dialog) {
        dialog.become(CallState.ACTIVE);
        dialog.participants().forEach(participant -> participant.become(CallState.ACTIVE));
        publisher.changed(dialog, "");
        desk.talking(dialog.agent());
        cancelStep(dialog);
        if (farEnd(dialog) == FarEnd.SHORT_CALL) {
            next(dialog, timing.shortCall(), () -> end(dialog, ""));
        }
    }

    void fail(Dialog dialog, Cause cause) {
        dialog.leaveAlone();
        dialog.become(CallState.FAILED);
        dialog.own().fail(cause);
        publisher.changed(dialog, "");
        next(dialog, timing.busyClear(), () -> drop(dialog, ""));
    }

    /** Somebody hung up: an answered call is wrapped up where that is the rule, any other is gone. */
    void end(Dialog dialog, String requestId) {
        cancelStep(dialog);
        if (!dialog.answered() || !rules.wrapsUp() || dialog.callType().equals(CONSULT)) {
            drop(dialog, requestId);
            return;
        }
        dialog.leaveAlone();
        dialog.own().become(CallState.WRAP_UP);
        publisher.changed(dialog, requestId);
        if (dialog.agent().talks().isEmpty()) {
            desk.wrapUp(dialog.agent());
        }
    }

    /** DROPPED is told twice, then the dialog is deleted (sheet 5.5). */
    void drop(Dialog dialog, String requestId) {
        cancelStep(dialog);
        boolean wasTalk = dialog.own().state() != CallState.WRAP_UP;
        dialog.become(CallState.DROPPED);
        dialog.participants().forEach(participant -> participant.become(CallState.DROPPED));
        publisher.changed(dialog, requestId);
        publisher.changed(dialog, "");
        calls.remove(dialog);
        publisher.removed(dialog);
        if (wasTalk && dialog.agent().talks().isEmpty()) {
            afterLastTalk(dialog.agent());
        }
    }

    /** A wrap-up that had to wait for the agent's other call begins now. */
    private void afterLastTalk(Agent agent) {
        if (agent.dialogs().isEmpty()) {
            desk.callOver(agent);
        } else if (!agent.state().wrappingUp()) {
            desk.wrapUp(agent);
        }
    }

    private void clearWrapUps(Agent agent) {
        agent.dialogs().stream()
                .filter(dialog -> dialog.own().state() == CallState.WRAP_UP)
                .forEach(dialog -> drop(dialog, ""));
    }

    private void next(Dialog dialog, Duration delay, Runnable step) {
        cancelStep(dialog);
        nextSteps.put(dialog, lane.after(delay, step));
    }

    private void cancelStep(Dialog dialog) {
        ScheduledFuture<?> step = nextSteps.remove(dialog);
        if (step != null) {
            step.cancel(false);
        }
    }

    private static FarEnd farEnd(Dialog dialog) {
        return FarEnd.of(dialog.toAddress());
    }
}
