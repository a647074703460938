package dev.trunkline.call;

import dev.trunkline.event.Change;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the ledger has written in the same commit as the event that tells it. */
public final class LedgerRows {
    private LedgerRows() {}

    /** The call as it is after the event. */
    public static Change.Alongside advance(CallRecord call) {
        return new Advance(call, call.callSeq() - 1);
    }

    /** @param from number of the event at which the stored row must stand */
    private record Advance(CallRecord call, long from) implements Change.Alongside {
        @Override
        public void write(Handle handle) {
            CallStore.advance(handle, call, from);
        }

        @Override
        public String row() {
            return call.key().tenant() + " " + call.callRef();
        }

        @Override
        public Change.Alongside then(Change.Alongside later) {
            return new Advance(((Advance) later).call, from);
        }
    }

    /** The command that the event shows the effect of. */
    public static Change.Alongside done(CommandRecord command, Optional<String> callId) {
        return handle -> CommandStore.done(handle, command, callId);
    }

    /** From now on the platform may have heard of the command. */
    public static Change.Alongside sent(CommandRecord command, Instant when) {
        return handle -> CommandStore.sent(handle, command, when);
    }

    /** A command that was refused after all, and may have been stored by then: as if it had never come. */
    public static Change.Alongside withdrawn(CommandRecord command) {
        return handle -> CommandStore.withdraw(handle, command);
    }

    /** The command that failed, and the call that it announced, which then never was one. */
    public static Change.Alongside failed(CommandRecord command, Refusal why) {
        return handle -> {
            CommandStore.failed(handle, command, why);
            command.callRef().ifPresent(ref -> CallStore.never(handle, command.key(), ref, reason(why)));
        };
    }

    private static Reason reason(Refusal why) {
        return switch (why.code()) {
            case INVALID_NUMBER -> Reason.INVALID_NUMBER;
            case DNC_BLOCKED -> Reason.DNC_BLOCKED;
            case CAMPAIGN_REQUIRED -> Reason.CAMPAIGN_REQUIRED;
            case DEVICE_UNAVAILABLE -> Reason.DEVICE_UNAVAILABLE;
            case PLATFORM_TIMEOUT -> Reason.PLATFORM_TIMEOUT;
            case OUTCOME_UNKNOWN -> Reason.OUTCOME_UNKNOWN;
            case PLATFORM_REJECTED -> Reason.PLATFORM_REJECTED;
            default -> Reason.NOT_CONNECTED;
        };
    }
}
