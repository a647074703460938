package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.five9.centre.CallRules.AfterCancel;
import dev.trunkline.simulator.five9.centre.CallRules.AgentPhones;
import dev.trunkline.simulator.five9.centre.CallRules.RecordingAllowedAt;
import dev.trunkline.simulator.five9.centre.CallRules.WrapUpEnd;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What happens to calls by themselves: they are told, ring, are answered, end, wait for a disposition (sheet 6.1). On the lane. */
final class CallFlow {
    private static final int TRANSFER_FAILED = 58;
    private static final int NOT_ANSWERED = 40;

    private final Room room;
    private final Timing timing;
    private final Consumer<Agent> afterCall;
    private final Consumer<Call> afterPreview;

    /** @param afterCall an agent has one call less @param afterPreview the call of a preview is closed */
    CallFlow(Room room, Consumer<Agent> afterCall, Consumer<Call> afterPreview) {
        this.room = room;
        this.afterCall = afterCall;
        this.afterPreview = afterPreview;
        timing = room.timing();
    }

    /** A state that a call begins in which its agent has made. */
    CallState first() {
        return room.rules().dial().offered() ? CallState.OFFERED : CallState.RINGING_ON_OTHER_SIDE;
    }

    /** Somebody is called. */
    void begin(Call call) {
        if (call.farEnd() == FarEnd.DISORDERLY_EVENTS) {
            call.disturb();
        }
        room.publisher().created(call);
        if (call.state() == CallState.OFFERED) {
            next(call, timing.begin(), () -> ring(call));
        } else {
            rings(call);
        }
    }

    private void ring(Call call) {
        become(call, CallState.RINGING_ON_OTHER_SIDE);
        rings(call);
    }

    private void rings(Call call) {
        if (room.rules().calls().recordingAllowedAt() == RecordingAllowedAt.RINGING) {
            allowRecording(call);
        }
        if (call.farEnd() == FarEnd.STREAM_CUT) {
            room.publisher().notifier().cut(call.agent());
        }
        if (call.peer().isEmpty()) {
            outside(call);
        }
    }

    private void outside(Call call) {
        Optional<Fault> told = room.faults().take("outcome", call.agent().name());
        if (told.isPresent()) {
            next(call, timing.busy(), () -> {
                room.publisher().makeCallFailed(call, told.get().text());
                farGone(call);
            });
            return;
        }
        switch (call.farEnd()) {
            case BUSY -> fails(call, timing.busy(), Disposition.BUSY);
            case INVALID_NUMBER -> fails(call, timing.busy(), Disposition.DIAL_ERROR);
            case REJECTS -> fails(call, timing.ring(), Disposition.BUSY);
            case NO_ANSWER -> fails(call, timing.noAnswer(), Disposition.NO_ANSWER);
            case SHORT_CALL ->
                next(call, timing.ring(), () -> {
                    answer(call);
                    next(call, timing.shortCall(), () -> farGone(call));
                });
            default -> next(call, timing.ring(), () -> answer(call));
        }
    }

    private void fails(Call call, Duration after, Disposition how) {
        next(call, after, () -> {
            call.dispose(how);
            farGone(call);
        });
    }

    private void next(Call call, Duration delay, Runnable step) {
        room.progress().next(call, delay, step);
    }

    /** A call that comes to an agent; his telephone rings, a colleague's not as long as a customer's. */
    void offer(Call call) {
        room.publisher().created(call);
        boolean colleague = call.peer().isPresent() || call.transferringUser() != null;
        if (room.rules().calls().agentPhones() == AgentPhones.AUTO_ANSWER) {
            next(call, timing.ring(), () -> answer(call));
        } else {
            next(call, colleague ? timing.noAnswer() : timing.offer(), () -> missed(call));
        }
    }

    /** He did not answer; whoever called him is told. */
    private void missed(Call call) {
        Call caller = call.peer().orElse(null);
        call.part();
        finish(call);
        if (caller != null) {
            farGone(caller);
        } else if (call.transferringUser() != null) {
            room.staff().byId(call.transferringUser()).ifPresent(from -> room.publisher()
                    .agent(from, NOT_ANSWERED, room.publisher().info(call)));
        }
    }

    /** Both talk. */
    void answer(Call call) {
        connect(call);
        call.peer().filter(other -> !other.state().talks()).ifPresent(this::connect);
    }

    private void connect(Call call) {
        room.progress().cancel(call);
        call.become(CallState.TALKING);
        boolean joins = call.conferenced();
        room.publisher().updated(call, joins ? Publisher.PARTICIPANT_ADDED : Publisher.CONNECTED);
        if (!joins) {
            room.lane().after(timing.settle(), () -> allowRecording(call));
        }
    }

    /** Told once (sheet 5.4). */
    private void allowRecording(Call call) {
        if (call.state().live() && !call.recordingAllowed()) {
            call.allowRecording();
            room.publisher().updated(call, "RECORDING_ALLOWED");
        }
    }

    void become(Call call, CallState state) {
        call.become(state);
        room.publisher().updated(call, Publisher.UPDATED);
    }

    /** The other party hangs up, or does not come. */
    void farGone(Call call) {
        if (!call.state().live()) {
            return;
        }
        if (call.parent().isPresent()) {
            attachedGone(call, call.parent().get(), false);
        } else if (!call.participants().isEmpty()) {
            call.farLeaves();
            room.publisher().updated(call, Publisher.UPDATED);
        } else {
            over(call);
        }
    }

    private void attachedGone(Call call, Call original, boolean byAgent) {
        boolean consulted = !call.conferenced();
        boolean failed = !byAgent && !call.talked();
        call.part();
        original.detach(call);
        finish(call);
        if (failed) {
            boolean colleague = call.type() == CallType.AGENT;
            room.publisher().transferFailed(original, colleague ? NOT_ANSWERED : TRANSFER_FAILED);
        }
        if (consulted) {
            restore(original);
        } else if (original.farLeft() && original.participants().isEmpty()) {
            over(original);
        }
    }

    /** The consult has come to nothing, the customer is still there. */
    void restore(Call original) {
        boolean back = room.rules().calls().afterCancel() == AfterCancel.TALKING;
        if (original.state() == CallState.ON_HOLD && back) {
            become(original, CallState.TALKING);
        }
    }

    /** The agent hangs up. */
    void hangUp(Call call) {
        Call other = call.peer().orElse(null);
        call.part();
        if (call.parent().isPresent()) {
            attachedGone(call, call.parent().get(), true);
        } else {
            over(call);
        }
        if (other != null) {
            farGone(other);
        }
    }

    /** It has no other party any more; a customer's has to be disposed, which is not for ever waited for. */
    void over(Call call) {
        release(call);
        if (!call.type().business()) {
            finish(call);
            return;
        }
        become(call, CallState.WRAP_UP);
        if (room.rules().calls().wrapUpEnd() == WrapUpEnd.SYSTEM) {
            next(call, timing.wrapUp(), () -> {
                call.dispose(Disposition.TIMED_OUT);
                close(call);
            });
        }
    }

    /** Whoever else is in it goes, too. */
    private void release(Call call) {
        room.progress().cancel(call);
        call.attached().forEach(one -> {
            Call other = one.peer().orElse(null);
            one.part();
            call.detach(one);
            finish(one);
            if (other != null && !call.transferred()) {
                farGone(other);
            }
        });
    }

    /** It is over and disposed. */
    void close(Call call) {
        Call other = call.peer().orElse(null);
        call.part();
        release(call);
        finish(call);
        if (other != null) {
            farGone(other);
        }
        if (call.preview().isPresent()) {
            afterPreview.accept(call);
        }
    }

    /** All of his, disposed by the system. */
    void endAll(Agent agent) {
        agent.calls().forEach(call -> {
            call.dispose(Disposition.MOVED);
            if (agent.call(call.id()).isPresent()) {
                close(call);
            }
        });
    }

    /** Nobody has it any more. */
    void finish(Call call) {
        room.progress().cancel(call);
        call.become(CallState.FINISHED);
        if (room.rules().calls().finished()) {
            room.publisher().updated(call, Publisher.UPDATED);
        }
        room.publisher().deleted(call);
        room.calls().remove(call);
        afterCall.accept(call.agent());
    }
}
