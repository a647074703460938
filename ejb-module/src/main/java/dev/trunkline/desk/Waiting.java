package dev.trunkline.desk;

import dev.trunkline.call.CallLedger;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.port.VendorException;
import java.time.Instant;
import java.util.Optional;

/** A command that was accepted and still waits for its effect. */
final class Waiting {
    final CommandRecord command;
    /** Who is told what is for the asker alone; empty: all connections of the agent are. */
    final Optional<Asker> asker;
    /** When the platform was asked; until then nothing can be late. */
    private Instant askedAt;

    /** Whether the platform said that it took it. */
    private boolean taken;

    /** No longer waited for: what has not been asked by now is not asked any more. */
    private boolean over;

    private VendorException doubt;
    private int rereads;
    /** When the offer that it accepted ended, while its customer's call has not come. */
    private Instant offerEndedAt;

    /** Whether we would have seen that call. */
    private boolean watched = true;

    /** The link was away since the platform was asked: a call may have come and gone. */
    private boolean unseen;

    Waiting(CommandRecord command, Optional<Asker> asker) {
        this.command = command;
        this.asker = asker;
    }

    Waiting(CommandRecord command) {
        this(command, Optional.empty());
    }

    void asked(Instant when) {
        askedAt = when;
    }

    void linkLost() {
        unseen |= askedAt != null;
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

    void over() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** The platform's answer was lost or was an error that may come after the deed: only looking can tell. */
    void doubted(VendorException why) {
        doubt = why;
    }

    Optional<VendorException> doubt() {
        return Optional.ofNullable(doubt);
    }

    /** What to say when the patience is over. @param seeing whether an effect would be seen: without a link nobody knows */
    Refusal verdict(boolean seeing) {
        if (command.verb() == Verb.LOGIN) {
            return Refusal.of(Code.PLATFORM_TIMEOUT, "the platform did not answer the sign-in");
        }
        if (taken && (!(seeing && watched) || unseen && dials())) {
            return Refusal.of(
                    Code.OUTCOME_UNKNOWN, "the platform accepted it, but there was no link on which to see it");
        }
        if (taken) {
            boolean offerGone = offerEndedAt != null;
            return Refusal.of(
                    Code.NOT_EFFECTIVE,
                    offerGone
                            ? "the offer ended and no call followed"
                            : "the platform accepted it, but nothing happened");
        }
        return doubt().filter(why -> why.code() != Code.PLATFORM_TIMEOUT)
                .map(VendorException::refusal)
                .orElse(Refusal.of(Code.OUTCOME_UNKNOWN, "the platform's answer was lost and no effect is to be seen"));
    }

    boolean dials() {
        return command.dials();
    }

    boolean isAbout(CallRecord call) {
        return command.callId().isPresent() && command.callId().equals(call.callId());
    }

    /** @param seen false if the end was only found out, and the call that follows may have come and gone */
    void offerEnded(Instant when, boolean seen) {
        offerEndedAt = when;
        watched = seen;
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
        boolean withdrawn =
                taken && watched && offerEndedAt != null && !now.isBefore(offerEndedAt.plus(patience.afterOffer()));
        return withdrawn || askedAt != null && !now.isBefore(askedAt.plus(patience.settle(this)));
    }

    /** Taken, and nothing was said against it for a while, where nothing more is ever said. */
    boolean silentlyDone(Patience patience, Instant now) {
        return taken && Effects.silent(command) && !now.isBefore(askedAt.plus(patience.silence()));
    }

    /** Whether this call, new to us, is the one that was asked for. */
    boolean mayHaveCaused(CallSnapshot news) {
        if (!dials() || askedAt == null || command.callId().equals(Optional.of(news.id()))) {
            return false;
        }
        return command.accepts() ? follows(news) : dialled(news);
    }

    /** The customer's call; a platform that does not say of which offer it comes has one campaign call for the agent at a time. */
    private boolean follows(CallSnapshot news) {
        boolean unclaimed = news.parentCallId().isEmpty()
                && !news.campaign().isEmpty()
                && news.lifeCycle()
                        .filter(cycle -> cycle.live() && cycle != LifeCycle.PREVIEW)
                        .isPresent();
        return command.callId().equals(Optional.of(news.parentCallId()))
                || news.causedBy().equals(command.id())
                || unclaimed;
    }

    private boolean dialled(CallSnapshot news) {
        String number = String.valueOf(command.data().get("toAddress"));
        return news.causedBy().equals(command.id())
                || (news.causedBy().isEmpty()
                        && news.parentCallId().isEmpty()
                        && news.dialled().stream().anyMatch(form -> PhoneNumbers.sameLine(number, form)));
    }

    /** Whether the news of this call shows what the command was for. */
    boolean effectIn(CallRecord call, CallSnapshot news, CallLedger calls) {
        return switch (command.verb()) {
            case MAKE_CALL -> command.callRef().equals(Optional.of(call.callRef()));
            case CONSULT -> mayHaveCaused(news) || asked(call, news, calls);
            case ACCEPT, ANSWER -> mayHaveCaused(news) || asked(call, news, calls);
            default -> asked(call, news, calls);
        };
    }

    private boolean asked(CallRecord call, CallSnapshot news, CallLedger calls) {
        return askedAt != null && Effects.shown(command, call, news, calls);
    }

    boolean effectIn(AgentSnapshot agent) {
        return askedAt != null && Effects.shown(command, agent);
    }
}
