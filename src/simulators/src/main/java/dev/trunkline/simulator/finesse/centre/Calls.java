package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.BookEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All calls that live, and the books of all that were ever created. On the lane. */
final class Calls {
    private static final long FIRST_ID = 16_000_000L;
    private static final long SPREAD = 10_000_000L;

    private final Map<String, Call> live = new LinkedHashMap<>();
    private final List<Call> books = new ArrayList<>();
    /** Starts by the clock, so that a simulator started again does not give old numbers to new calls. */
    private long lastId = FIRST_ID + Instant.now().getEpochSecond() % SPREAD;

    /** A new call in its caller's hands. */
    Dialog place(Agent caller, String toAddress, String callType) {
        lastId++;
        Call call = new Call(Long.toString(lastId), caller, toAddress, callType);
        live.put(call.id(), call);
        books.add(call);
        return bring(call, caller, CallState.INITIATING);
    }

    /** One more agent has the call. */
    Dialog bring(Call call, Agent agent, CallState state) {
        Dialog dialog = new Dialog(call, agent, state);
        call.join(dialog);
        agent.add(dialog);
        return dialog;
    }

    Optional<Call> find(String id) {
        return Optional.ofNullable(live.get(id));
    }

    boolean lives(Dialog dialog) {
        return dialog.call().dialogs().contains(dialog);
    }

    List<Call> all() {
        return new ArrayList<>(live.values());
    }

    /** The agent has it no more; with its last agent the call itself is gone. */
    void take(Dialog dialog) {
        dialog.agent().remove(dialog);
        dialog.call().remove(dialog);
        if (dialog.call().dialogs().isEmpty()) {
            live.remove(dialog.id());
        }
    }

    void clearBooks() {
        books.clear();
    }

    List<BookEntry> books() {
        return books.stream().map(this::entry).toList();
    }

    private BookEntry entry(Call call) {
        boolean ended = !live.containsKey(call.id());
        return new BookEntry(
                "finesse",
                call.id(),
                call.caller().id(),
                call.toAddress(),
                call.placedAt(),
                state(call, ended),
                ended,
                call.burst().changes());
    }

    /** A call whose parties talk on outside has ended here, and the books say how. */
    private static String state(Call call, boolean ended) {
        boolean wrapUp = !ended
                && call.dialogs().stream().allMatch(dialog -> dialog.own().state() == CallState.WRAP_UP);
        if (wrapUp) {
            return CallState.WRAP_UP.name();
        }
        return ended && call.away() ? "TRANSFERRED" : call.state().name();
    }
}
