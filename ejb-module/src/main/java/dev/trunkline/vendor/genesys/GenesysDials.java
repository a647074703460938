package dev.trunkline.vendor.genesys;

import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.vendor.genesys.GenesysCall.Memory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whose a conversation is that nobody knew: the platform may tell of it before it has answered the dial (sheet 3.2), and before there is a far
 * leg it looks like any other that the agent began. Verbs write, the stream asks.
 */
final class GenesysDials {
    private static final int REMEMBERED = 50;
    /** By then the gateway has given up a dial whose answer was lost. */
    private static final Duration DOUBT = Duration.ofSeconds(40);

    private final String mark;
    private final LongSupplier clock;
    private final Map<String, Memory> memories = new LinkedHashMap<>();
    private Optional<Pending> pending = Optional.empty();

    private Optional<Placed> placed = Optional.empty();

    private record Placed(String conversation, long since) {}

    private record Pending(String command, String number, boolean doubtful, long since) {}

    /** @param mark name of the attribute that carries a command's id, or {@code ""} */
    GenesysDials(String mark) {
        this(mark, System::nanoTime);
    }

    GenesysDials(String mark, LongSupplier clock) {
        this.mark = mark;
        this.clock = clock;
    }

    synchronized void begin(String command, String number) {
        pending = Optional.of(new Pending(command, number, false, clock.getAsLong()));
    }

    /** The platform took it: that is its conversation. */
    synchronized void placed(String conversation) {
        pending.ifPresent(dial -> keep(conversation, memory(dial)));
        pending = Optional.empty();
        placed = Optional.of(new Placed(conversation, clock.getAsLong()));
    }

    /** The conversation of the last dial, for as long as somebody waits to hear of it: nobody else may know of it if nothing is pushed. */
    synchronized Optional<String> latest() {
        return placed.filter(dial -> clock.getAsLong() - dial.since() <= DOUBT.toNanos())
                .map(Placed::conversation);
    }

    synchronized void refused() {
        pending = Optional.empty();
    }

    /** The answer was lost: it may have been done. */
    synchronized void doubted() {
        pending = pending.map(dial -> new Pending(dial.command(), dial.number(), true, dial.since()));
    }

    /** What we know of a conversation. */
    synchronized Memory of(String conversation) {
        return memories.getOrDefault(conversation, Memory.of(mark));
    }

    synchronized void arranged(String conversation, String callback) {
        keep(conversation, of(conversation).withCallback(callback));
    }

    /** Under that number that party was asked for. */
    synchronized void asked(String conversation, String leg, String number) {
        keep(conversation, of(conversation).withParty(leg, number));
    }

    private void keep(String conversation, Memory memory) {
        memories.remove(conversation);
        memories.put(conversation, memory);
        if (memories.size() > REMEMBERED) {
            memories.remove(memories.keySet().iterator().next());
        }
    }

    private Memory memory(Pending dial) {
        return Memory.of(dial.number(), dial.command(), mark);
    }

    /** Whether it cannot be said yet whose this is, a conversation that was never told. */
    synchronized boolean holds(GenesysCall call) {
        if (pending.isEmpty() || inbound(call)) {
            return false;
        }
        Pending dial = pending.get();
        if (!call.placedBy().isEmpty()) {
            if (call.placedBy().equals(dial.command())) {
                keep(call.id(), memory(dial)); // so that what was kept back of it is told as the dial's too
            }
            return false;
        }
        if (!dial.doubtful()) {
            return true;
        }
        if (clock.getAsLong() - dial.since() > DOUBT.toNanos()) {
            pending = Optional.empty();
            return false;
        }
        boolean over = call.own().filter(GenesysCall::over).isPresent();
        boolean same = call.numbers().all().stream().anyMatch(number -> PhoneNumbers.sameLine(dial.number(), number));
        if (same || call.far().isEmpty() && over) { // nobody was called: it is no harm to take it for the dial
            keep(call.id(), memory(dial));
        }
        return call.far().isEmpty() && !over;
    }

    private static boolean inbound(GenesysCall call) {
        return call.own()
                .filter(leg -> leg.call().direction().equals("inbound"))
                .isPresent();
    }
}
