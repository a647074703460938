package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.BookEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every task since the last reset, and the books of those in which somebody was really called. On the lane. */
final class Tasks {
    private final Map<String, Task> all = new LinkedHashMap<>();
    private final List<Task> placed = new ArrayList<>();

    /** One that an agent's request or a campaign made. */
    Task place(Task task) {
        placed.add(task);
        return add(task);
    }

    /** One that nobody of the house made stands in no book. */
    Task add(Task task) {
        all.put(task.id(), task);
        task.owner().ifPresent(owner -> owner.add(task));
        return task;
    }

    Optional<Task> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    List<Task> all() {
        return new ArrayList<>(all.values());
    }

    List<Task> live() {
        return all.values().stream().filter(Task::live).toList();
    }

    void clear() {
        all.clear();
        placed.clear();
    }

    List<BookEntry> books() {
        return placed.stream().map(Tasks::entry).toList();
    }

    /** It has ended when no agent has it any more: while a wrap-up is owed it has not. */
    private static BookEntry entry(Task task) {
        return new BookEntry(
                "webexcc",
                task.id(),
                task.call().placer() == null ? "" : task.call().placer().name(),
                task.call().number(),
                task.placedAt(),
                state(task),
                !task.live() && task.pendingWrapUp().isEmpty(),
                task.burst().changes());
    }

    /** The platform's own word, as long as it has one. */
    private static String state(Task task) {
        if (task.live()) {
            return task.owner().map(task::state).orElse("new");
        }
        return task.pendingWrapUp().isEmpty() || task.phase() == Phase.TRANSFERRED
                ? task.phase().name()
                : "wrapUp";
    }
}
