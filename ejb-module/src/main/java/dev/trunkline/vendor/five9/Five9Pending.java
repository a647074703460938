package dev.trunkline.vendor.five9;

import dev.trunkline.model.Code;
import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.DialFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The dial that is under way: the platform gives no call id back, so its call is the first one that nobody knew (sheet 3.2). Only one at a
 * time, and never sent again. Verbs write, the stream asks.
 */
final class Five9Pending {
    /** A call that comes later belongs to something else. */
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** What the agent himself begins; the other is also somebody else's, and then only a number tells. */
    private static final Set<String> MANUAL = Set.of("MANUAL", "");

    private static final String AGENT = "AGENT";

    private final LongSupplier clock;
    /** So long another dial must wait for what becomes of this one (sheet 3.2). */
    private Duration locked = Duration.ofSeconds(15);

    private Optional<Placed> placed = Optional.empty();

    /**
     * A dial.
     *
     * @param variables to be set when its call is there, by id
     */
    record Dialled(String command, String number, Map<String, String> variables) {}

    /** @param call its id, where the platform named it with the answer; {@code ""} while it has not, and once it is known */
    private record Placed(Dialled dial, long since, String call, boolean answered, boolean claimed) {
        Placed named(String id) {
            return new Placed(dial, since, id, answered, claimed);
        }

        boolean of(String command) {
            return dial.command().equals(command);
        }

        Placed wasAnswered() {
            return new Placed(dial, since, call, true, claimed);
        }

        Placed wasClaimed() {
            return new Placed(dial, since, "", answered, true);
        }
    }

    Five9Pending() {
        this(System::nanoTime);
    }

    Five9Pending(LongSupplier clock) {
        this.clock = clock;
    }

    /** As long as it is looked for. */
    synchronized void lockedFor(Duration time) {
        locked = time;
    }

    /** Before it is sent. */
    synchronized void begin(Dialled dial) {
        if (placed.filter(other -> !(other.answered && other.claimed) && age(other) < locked.toNanos())
                .isPresent()) {
            throw new VendorException(Code.AGENT_BUSY, "a dial of this agent is under way");
        }
        placed = Optional.of(new Placed(dial, clock.getAsLong(), "", false, false));
    }

    /** The platform certainly did not do it. */
    synchronized void refused(String command) {
        placed = placed.filter(one -> !one.of(command));
    }

    /** The platform named its call with the answer, which it need not. */
    synchronized void named(String command, String call) {
        placed = placed.map(one -> one.of(command) && !one.claimed ? one.named(call) : one);
    }

    /** By whatever: from now on only what becomes of it is waited for. */
    synchronized void answered(String command) {
        placed = placed.map(one -> one.of(command) ? one.wasAnswered() : one);
    }

    /** Whether it must be looked for what became of one. */
    synchronized boolean open() {
        return fresh().isPresent();
    }

    private Optional<Placed> fresh() {
        return placed.filter(one -> !one.claimed && age(one) < LONGEST.toNanos());
    }

    private long age(Placed one) {
        return clock.getAsLong() - one.since;
    }

    /** A call that nobody knew: whether it is the dial's. From then on the next one may come. */
    synchronized Optional<Dialled> claim(CallInfo call) {
        Optional<Placed> mine = fresh().filter(one -> isOf(one, call));
        mine.ifPresent(one -> placed = Optional.of(one.wasClaimed()));
        return mine.map(Placed::dial);
    }

    private static boolean isOf(Placed one, CallInfo call) {
        if (!one.call.isEmpty()) {
            return one.call.equals(call.id());
        }
        if (!call.addressType().isEmpty()) {
            return false;
        }
        String number = call.number().isEmpty() ? call.dnis() : call.number();
        boolean same = PhoneNumbers.sameLine(one.dial.number(), number);
        return MANUAL.contains(call.callType()) && (number.isEmpty() || same)
                || call.callType().equals(AGENT) && same;
    }

    /** Event 65: the command of the dial that failed, if its call never was there. */
    synchronized Optional<String> failed(DialFailure failure) {
        Optional<Placed> mine = fresh().filter(one ->
                failure.number().isEmpty() || PhoneNumbers.sameLine(one.dial.number(), failure.number()));
        mine.ifPresent(one -> placed = Optional.of(one.wasClaimed()));
        return mine.map(one -> one.dial.command());
    }
}
