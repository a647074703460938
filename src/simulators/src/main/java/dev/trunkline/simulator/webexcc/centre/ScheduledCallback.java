package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.CallbackEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A callback that the platform is to make (sheet 4.2). On the lane. */
final class ScheduledCallback {
    private final String id = Ids.next();
    private final Agent by;
    private final long createdAt = System.currentTimeMillis();
    private long updatedAt = createdAt;
    private Wish wish;
    private boolean cancelled;
    private int changes;

    /** What was asked for, all of it checked. @param dueAt its beginning */
    record Wish(Map<String, String> fields, Instant dueAt) {
        String get(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    ScheduledCallback(Agent by, Wish wish) {
        this.by = by;
        change(wish);
    }

    String id() {
        return id;
    }

    boolean live() {
        return !cancelled;
    }

    Wish wish() {
        return wish;
    }

    long createdAt() {
        return createdAt;
    }

    final void change(Wish other) {
        wish = Objects.requireNonNull(other);
        updatedAt = System.currentTimeMillis();
        changes++;
    }

    void cancel() {
        cancelled = true;
        changes++;
    }

    Map<String, Object> shown() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.putAll(wish.fields());
        boolean ofCall = !wish.get("sourceInteraction").isEmpty();
        all.put("callbackOrigin", ofCall ? "livecall" : "api");
        all.put("createdTimestamp", createdAt);
        all.put("lastUpdatedTimestamp", updatedAt);
        all.put("assignedTime", wish.get("assigneeAgent").isEmpty() ? null : createdAt);
        all.put("orgId", Ids.ORGANISATION);
        return all;
    }

    CallbackEntry entry() {
        return new CallbackEntry(
                "webexcc",
                id,
                "",
                wish.get("sourceInteraction"),
                by.name(),
                wish.get("callbackNumber"),
                wish.get("scheduleDate") + "T" + wish.get("startTime") + "[" + wish.get("timezone") + "]",
                wish.get("callbackNumber"),
                wish.dueAt(),
                cancelled ? "CANCELLED" : "SCHEDULED",
                changes);
    }
}
