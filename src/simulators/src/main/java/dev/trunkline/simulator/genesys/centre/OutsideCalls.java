package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Fault;
import java.time.Duration;
import java.util.Optional;

/** Calls to numbers outside of the organisation; their last digits choose who or what answers (design 1). On the lane. */
final class OutsideCalls {
    private final Room room;
    private final Endings endings;
    private final Causes causes;
    private final Timing timing;

    OutsideCalls(Room room, Endings endings, Causes causes) {
        this.room = room;
        this.endings = endings;
        this.causes = causes;
        timing = room.timing();
    }

    /** The far leg. @param callerId empty for the usual one */
    Participant call(Conversation conversation, String number, String callerId) {
        Purpose purpose = conversation.queue().isPresent() ? Purpose.CUSTOMER : Purpose.EXTERNAL;
        Participant far = conversation.join(
                Participant.outside(purpose, Numbers.called(number, callerId), new Leg(LegState.DIALING, "outbound")));
        FarEnd end = FarEnd.of(number);
        next(far, timing.dialling(), () -> reach(conversation, far, end));
        return far;
    }

    private void next(Participant far, Duration delay, Runnable step) {
        room.progress().next(far, delay, step);
    }

    private void reach(Conversation conversation, Participant far, FarEnd end) {
        Optional<Fault> told =
                room.faults().take("outcome", conversation.placer().agent());
        if (told.isPresent()) {
            endings.leave(conversation, far, Ending.named(told.get().text()));
        } else if (conversation.noLines()) {
            endings.leave(conversation, far, Ending.error("connection.noAvailableLines"));
        } else if (end == FarEnd.BUSY) {
            endings.leave(conversation, far, causes.busy());
        } else if (end == FarEnd.INVALID_NUMBER) {
            endings.leave(conversation, far, causes.noNumber());
        } else {
            ring(conversation, far, end);
        }
    }

    private void ring(Conversation conversation, Participant far, FarEnd end) {
        if (room.rules().farRings()) {
            far.leg().become(LegState.ALERTING);
            room.tell(conversation);
        }
        switch (end) {
            case NO_ANSWER -> next(far, timing.noAnswer(), () -> endings.leave(conversation, far, causes.noAnswer()));
            case REJECTS -> next(far, timing.ring(), () -> endings.leave(conversation, far, causes.rejected()));
            default -> next(far, timing.ring(), () -> answer(conversation, far, end));
        }
    }

    private void answer(Conversation conversation, Participant far, FarEnd end) {
        far.leg().become(LegState.CONNECTED);
        room.tell(conversation);
        if (end == FarEnd.SHORT_CALL) {
            next(far, timing.shortCall(), () -> endings.leave(conversation, far, Ending.of("endpoint")));
        }
    }
}
