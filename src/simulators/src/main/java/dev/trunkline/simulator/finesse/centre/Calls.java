package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.BookEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All dialogs that live, and the books of all that were ever created. On the lane. */
final class Calls {
    private static final long FIRST_ID = 16_000_000L;
    private static final long SPREAD = 10_000_000L;

    private final Map<String, Dialog> live = new LinkedHashMap<>();
    private final List<Dialog> books = new ArrayList<>();
    /** Starts by the clock, so that a simulator started again does not give old numbers to new calls. */
    private long lastId = FIRST_ID + Instant.now().getEpochSecond() % SPREAD;

    Dialog create(Agent agent, String toAddress, String callType) {
        lastId++;
        Dialog dialog = new Dialog(Long.toString(lastId), agent, toAddress, callType);
        live.put(dialog.id(), dialog);
        books.add(dialog);
        agent.add(dialog);
        return dialog;
    }

    Optional<Dialog> find(String id) {
        return Optional.ofNullable(live.get(id));
    }

    boolean lives(Dialog dialog) {
        return live.containsKey(dialog.id());
    }

    List<Dialog> all() {
        return new ArrayList<>(live.values());
    }

    void remove(Dialog dialog) {
        live.remove(dialog.id());
        dialog.agent().remove(dialog);
    }

    void clearBooks() {
        books.clear();
    }

    List<BookEntry> books() {
        return books.stream().map(this::entry).toList();
    }

    private BookEntry entry(Dialog dialog) {
        boolean wrapUp = dialog.own().state() == CallState.WRAP_UP;
        return new BookEntry(
                "finesse",
                dialog.id(),
                dialog.agent().id(),
                dialog.toAddress(),
                dialog.placedAt(),
                wrapUp ? CallState.WRAP_UP.name() : dialog.state().name(),
                !lives(dialog));
    }
}
