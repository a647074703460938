package dev.trunkline.desk;

import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.PhoneNumbers;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorException;
import java.time.Instant;
import java.util.Optional;

/** A command that was accepted and still waits for its effect. */
final class Waiting {
    final CommandRecord command;
    /** When the platform was asked; until then nothing can be late. */
    private Instant askedAt;

    /** Whether the platform said that it took it. */
    private boolean taken;

    private VendorException doubt;
    private int rereads;

    Waiting(CommandRecord command) {
        this.command = command;
    }

    void asked(Instant when) {
        askedAt = when;
    }

    boolean wasAskedBefore(Instant moment) {
        return askedAt != null && askedAt.isBefore(moment);
    }

    void taken() {
        taken = true;
    }

    boolean wasAsked() {
        return askedAt != null;
    }

    /** The platform's answer was lost or was an error that may come after the deed: only looking can tell. */
    void doubted(VendorException why) {
        doubt = why;
    }

    Optional<VendorException> doubt() {
        return Optional.ofNullable(doubt);
    }

    /** What to say when the patience is over. */
    Refusal verdict() {
        if (command.verb() == Verb.LOGIN) {
            return Refusal.of(Code.PLATFORM_TIMEOUT, "the platform did not answer the sign-in");
        }
        if (taken) {
            return Refusal.of(Code.NOT_EFFECTIVE, "the platform accepted it, but nothing happened");
        }
        return doubt().filter(why -> why.code() != Code.PLATFORM_TIMEOUT)
                .map(VendorException::refusal)
                .orElse(Refusal.of(Code.OUTCOME_UNKNOWN, "the platform's answer was lost and no effect is to be seen"));
    }

    boolean isDial() {
        return command.verb() == Verb.MAKE_CALL;
    }

    /** Whether it is time to look at the platform by ourselves; true once for each step of the patience. */
    boolean dueForReread(Patience patience, Instant now) {
        if (askedAt == null
                || now.isBefore(askedAt.plus(patience.reread(doubt != null).multipliedBy(rereads + 1L)))) {
            return false;
        }
        rereads++;
        return true;
    }

    boolean late(Patience patience, Instant now) {
        return askedAt != null && !now.isBefore(askedAt.plus(patience.settle(this)));
    }

    /** Whether this call, new to us, is the one that the dial asked for. */
    boolean mayHaveCaused(CallSnapshot news) {
        if (!isDial() || askedAt == null) {
            return false;
        }
        String number = String.valueOf(command.data().get("toAddress"));
        return news.causedBy().equals(command.id())
                || (news.causedBy().isEmpty()
                        && news.parentCallId().isEmpty()
                        && news.dialled().stream().anyMatch(form -> PhoneNumbers.sameLine(number, form)));
    }

    /** Whether the call, as it is now, shows what the command was for. */
    boolean effectIn(CallRecord call, String platformState) {
        if (isDial()) {
            return command.callRef().equals(Optional.of(call.callRef()));
        }
        if (askedAt == null || !command.callId().equals(call.callId())) {
            return false;
        }
        LifeCycle now = call.lifeCycle().orElse(LifeCycle.INITIATED);
        return switch (command.verb()) {
            case DROP -> !now.live() || platformState.equals("DROPPED");
            case HOLD -> now == LifeCycle.HELD;
            case RETRIEVE -> now == LifeCycle.CONNECTED || now == LifeCycle.CONFERENCED;
            case WRAP_UP -> now == LifeCycle.ENDED;
            default -> false;
        };
    }

    /** Whether the agent, as he is now, shows what the command was for. */
    boolean effectIn(AgentSnapshot agent) {
        if (askedAt == null) {
            return false;
        }
        boolean named = agent.causedBy().equals(command.id());
        return switch (command.verb()) {
            case SET_READY -> named || agent.state() == AgentState.READY;
            case SET_NOT_READY -> named || agent.state() == AgentState.NOT_READY;
            case LOGOUT -> agent.state() == AgentState.LOGGED_OUT;
            default -> false;
        };
    }
}
