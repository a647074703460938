package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.Code;
import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.webexcc.wire.Frame;
import dev.trunkline.vendor.webexcc.wire.Interaction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The dial that is under way: its first events may come before its answer (sheet 3.2), which alone has the contact's id, and if the answer is
 * lost its contact is known by whom it calls and for whom. Verbs write, the stream asks.
 */
final class WebexccDials {
    /** A contact that comes later belongs to something else. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Duration early;
    private final LongSupplier clock;
    private Optional<Dialled> pending = Optional.empty();

    /** Whether a contact that nobody knew is the dial's. */
    enum Claim {
        MINE,
        /** Nobody can say before the dial is answered. */
        LATER,
        NO
    }

    /**
     * A dial.
     *
     * @param call id of its contact, {@code ""} while nobody knows it
     * @param answered by whatever; nothing more is to come
     * @param heard an event of its contact has come
     */
    record Dialled(String command, String number, String call, boolean answered, boolean heard, long since) {

        private Dialled placed(String id) {
            return new Dialled(command, number, id, true, heard, since);
        }

        private Dialled claimed(String id) {
            return new Dialled(command, number, id, answered, true, since);
        }
    }

    /** @param early so long an unknown contact waits for the answer */
    WebexccDials(Duration early, LongSupplier clock) {
        this.early = early;
        this.clock = clock;
    }

    /**
     * Before it is sent. What becomes of one that was answered is looked after by whoever asked for it: he comes with the next when he knows,
     * or has given it up.
     *
     * @param number as the platform is asked for it
     */
    synchronized void begin(String command, String number) {
        if (pending.filter(dial -> !dial.answered()).isPresent()) {
            throw new VendorException(Code.AGENT_BUSY, "a dial of this agent is under way");
        }
        pending = Optional.of(new Dialled(command, number, "", false, false, clock.getAsLong()));
    }

    /** @param call its id, or {@code ""} if the answer was lost or does not say it */
    synchronized void answered(String command, String call) {
        pending = pending.map(
                dial -> dial.command().equals(command) ? dial.placed(call.isEmpty() ? dial.call() : call) : dial);
    }

    /** The platform certainly did not do it, or has said that it failed. */
    synchronized void over(String command) {
        pending = pending.filter(dial -> !dial.command().equals(command));
    }

    /** Whether something is still to be heard of one. */
    synchronized boolean open() {
        return fresh().isPresent();
    }

    private Optional<Dialled> fresh() {
        return pending.filter(dial -> !dial.heard() && age(dial) < LONGEST.toNanos());
    }

    private long age(Dialled dial) {
        return clock.getAsLong() - dial.since();
    }

    /** A contact that nobody knew. */
    synchronized Claim claim(Frame frame, String agentId) {
        Optional<Dialled> dial = fresh();
        if (dial.isEmpty()) {
            return Claim.NO;
        }
        Dialled mine = dial.get();
        if (!mine.call().isEmpty()) {
            return mine.call().equals(frame.interactionId()) ? Claim.MINE : Claim.NO;
        }
        boolean same =
                frame.interaction().map(contact -> fits(mine, contact, agentId)).orElse(false);
        boolean waits = !mine.answered() && age(mine) < early.toNanos();
        if (waits && (same || saysNotWhom(frame))) {
            return Claim.LATER;
        }
        return same ? Claim.MINE : Claim.NO;
    }

    /** Without its contact, or with one that names no number, only the answer's id can tell. */
    private static boolean saysNotWhom(Frame frame) {
        return frame.interaction()
                .map(contact -> contact.details().getOrDefault("dnis", ""))
                .orElse("")
                .isEmpty();
    }

    private static boolean fits(Dialled dial, Interaction contact, String agentId) {
        String placedBy = contact.details().getOrDefault("outdialAgentId", agentId);
        boolean ours = placedBy.equals(agentId) && !contact.direction().equalsIgnoreCase("INBOUND");
        String called = contact.details().getOrDefault("dnis", "");
        return ours && PhoneNumbers.sameLine(dial.number(), called);
    }

    /** From now on it is that contact. */
    synchronized Optional<Dialled> take(String call) {
        Optional<Dialled> dial = fresh();
        pending = pending.map(one -> one.claimed(call));
        return dial;
    }

    /** Of which a failure is that says of no call what it is of: the one nobody has heard of yet. */
    synchronized Optional<Dialled> unheard() {
        return fresh();
    }
}
