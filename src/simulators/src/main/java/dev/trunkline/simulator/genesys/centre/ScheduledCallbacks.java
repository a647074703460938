package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.CallbackEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The books of callbacks, and the rules for them (sheet 4.1). On the lane. */
public final class ScheduledCallbacks {
    private static final Duration FARTHEST = Duration.ofDays(30);

    private final Map<String, ScheduledCallback> all = new LinkedHashMap<>();

    /** What is asked for. @param callId the call from which it is; empty if it stands alone */
    public record Wish(String callId, String agent, String queueId, List<String> numbers, String time, boolean owned) {}

    /** Its id, which is that of a conversation. */
    public String schedule(Wish wish) {
        if (wish.queueId().isEmpty()) {
            throw ApiErrorException.conversation("queue.required", "A queue is required.");
        }
        if (Catalogue.queue(wish.queueId()).isEmpty()) {
            throw ApiErrorException.notFound("Queue " + wish.queueId());
        }
        checkTime(wish.time());
        wish.numbers().forEach(ScheduledCallbacks::checkNumber);
        boolean again = all.values().stream()
                .anyMatch(one ->
                        one.open() && !wish.callId().isEmpty() && one.callId().equals(wish.callId()));
        if (again) {
            throw error("scheduled.callback.already.exists", "A callback is scheduled for this conversation.");
        }
        ScheduledCallback callback = new ScheduledCallback(
                wish.callId(), wish.agent(), wish.owned(), wish.numbers().get(0), wish.time());
        all.put(callback.id(), callback);
        return callback.id();
    }

    public void reschedule(String id, String time, List<String> numbers) {
        ScheduledCallback callback = open(id);
        if (!callback.agentOwned()) {
            throw error("cannot.update.non.agent.owned.callback", "Only an agent's own callback can be changed.");
        }
        if (callback.triggered()) {
            throw new ApiErrorException(412, "callback.error.already.triggered", "The callback was triggered.");
        }
        checkTime(time);
        numbers.forEach(ScheduledCallbacks::checkNumber);
        callback.move(time, numbers.isEmpty() ? "" : numbers.get(0));
    }

    public void cancel(String id) {
        open(id).cancel();
    }

    private ScheduledCallback open(String id) {
        ScheduledCallback callback = all.get(id);
        if (callback == null || !callback.open()) {
            throw new ApiErrorException(404, "callback.error.callback.not.found", "Callback " + id + " was not found.");
        }
        return callback;
    }

    /** None is: as soon as may be. */
    private static void checkTime(String time) {
        try {
            if (!time.isEmpty() && Instant.parse(time).isAfter(Instant.now().plus(FARTHEST))) {
                throw error("scheduled.time.too.far.in.future", "A callback is at most 30 days ahead.");
            }
        } catch (DateTimeParseException e) {
            throw new ApiErrorException(400, "invalid.date", "Not a date: " + time);
        }
    }

    private static void checkNumber(String number) {
        if (!number.matches("[+0-9 ().-]{3,}")) {
            throw error("parse.call.number", "The number " + number + " cannot be read.");
        }
    }

    private static ApiErrorException error(String code, String message) {
        return new ApiErrorException(400, "callback.error." + code, message);
    }

    List<CallbackEntry> entries() {
        return all.values().stream().map(ScheduledCallback::entry).toList();
    }

    void clear() {
        all.clear();
    }
}
