package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.CallbackEntry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** A callback that an agent asked for; time and number come one after the other (sheet 4.3). Lives on the lane. */
final class ScheduledCallback {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final String id;
    private final CampaignRecord record;
    private final String callId;
    private String time = "";
    private String number = "";
    private int changes;
    private boolean cancelled;

    ScheduledCallback(int id, CampaignRecord record, String callId) {
        this.id = Integer.toString(id);
        this.record = record;
        this.callId = callId;
    }

    /** No seconds, no zone; the day must exist. */
    static boolean isTime(String text) {
        try {
            TIME.parse(text);
            return true;
        } catch (DateTimeParseException e) { // that is the answer
            return false;
        }
    }

    String time() {
        return time;
    }

    String number() {
        return number;
    }

    boolean stands() {
        return !cancelled;
    }

    /** What is empty stays as it was. */
    void change(String newTime, String newNumber) {
        changes++;
        time = newTime.isEmpty() ? time : newTime;
        number = newNumber.isEmpty() ? number : newNumber;
    }

    void cancel() {
        changes++;
        cancelled = true;
    }

    private Instant dueAt() {
        return time.isEmpty() ? null : LocalDateTime.parse(time, TIME).toInstant(record.clock());
    }

    CallbackEntry entry() {
        return new CallbackEntry(
                "finesse",
                id,
                record.id(),
                callId,
                record.agent().id(),
                record.number(),
                time,
                number,
                dueAt(),
                cancelled ? "CANCELLED" : "SCHEDULED",
                changes);
    }
}
