package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.BookEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call since the last reset, those that agents have now, and the books of those that they placed. On the lane. */
final class Calls {
    private final Map<String, Call> all = new LinkedHashMap<>();
    private final Map<String, Call> present = new LinkedHashMap<>();
    private final List<Call> placed = new ArrayList<>();

    Call place(Call call) {
        placed.add(call);
        return add(call);
    }

    /** One that nobody of the house made stands in no book. */
    Call add(Call call) {
        all.put(call.id(), call);
        present.put(call.id(), call);
        call.agent().add(call);
        return call;
    }

    Optional<Call> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    List<Call> present() {
        return new ArrayList<>(present.values());
    }

    void remove(Call call) {
        present.remove(call.id());
        call.agent().remove(call);
    }

    void clear() {
        all.clear();
        present.clear();
        placed.clear();
    }

    List<BookEntry> books() {
        return placed.stream().map(Calls::entry).toList();
    }

    /** Over is the call itself; its disposition may still be owed. A colleague may have it now. */
    private static BookEntry entry(Call call) {
        Call last = call;
        while (last.successor().isPresent()) {
            last = last.successor().get();
        }
        return new BookEntry(
                "five9",
                call.id(),
                call.agent().name(),
                call.number(),
                call.placedAt(),
                last.transferred() ? "TRANSFERRED" : last.state().name(),
                !last.state().live(),
                call.burst().changes());
    }
}
