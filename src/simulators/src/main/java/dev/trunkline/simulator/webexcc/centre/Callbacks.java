package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.webexcc.centre.ScheduledCallback.Wish;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Callbacks for later, and the rules of their times (sheet 4.2). On the lane. */
public final class Callbacks {
    private static final int NAME = 250;
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int DAYS_AHEAD = 31;
    private static final Duration LEAD = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int PAGE = 100;
    private static final Map<String, Function<ScheduledCallback, String>> SORTS = Map.of(
            "customerName", one -> one.wish().get("customerName"),
            "scheduledTime", one -> one.wish().dueAt().toString(),
            "assignedTime", one -> Long.toString(one.createdAt()));

    private final Room room;
    private final List<ScheduledCallback> books = new ArrayList<>();

    Callbacks(Room room) {
        this.room = room;
    }

    public Map<String, Object> create(Agent agent, Body body) {
        ScheduledCallback made = new ScheduledCallback(agent, wish(body));
        books.add(made);
        return made.shown();
    }

    public Map<String, Object> read(String id) {
        return find(id).shown();
    }

    public Map<String, Object> change(String id, Body body) {
        ScheduledCallback callback = find(id);
        String inBody = body.text("id", Limits.ID);
        if (inBody.isEmpty() && room.rules().calls().callbackIdInBody()) {
            throw ApiErrorException.missing("id");
        }
        if (!inBody.isEmpty() && !inBody.equals(id)) {
            throw ApiErrorException.invalid("id", "The id of the body is another one.");
        }
        callback.change(wish(body));
        return callback.shown();
    }

    public void cancel(String id) {
        find(id).cancel();
    }

    private ScheduledCallback find(String id) {
        return books.stream()
                .filter(one -> one.id().equals(id) && one.live())
                .findFirst()
                .orElseThrow(() -> ApiErrorException.notFound("Scheduled callback " + id));
    }

    // ---- the rules

    private Wish wish(Body body) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("customerName", body.required("customerName", NAME));
        fields.put("callbackNumber", number(body));
        fields.put("timezone", body.required("timezone", NAME));
        fields.put("scheduleDate", body.required("scheduleDate", NAME));
        fields.put("startTime", body.required("startTime", NAME));
        fields.put("endTime", body.required("endTime", NAME));
        fields.put("queueId", queue(body));
        optional(fields, "callbackReason", body);
        optional(fields, "sourceInteraction", body);
        optional(fields, "assigneeAgent", body);
        checkReferences(fields);
        return new Wish(fields, dueAt(fields));
    }

    private static void optional(Map<String, String> fields, String name, Body body) {
        if (body.has(name)) {
            fields.put(name, body.text(name, NAME));
        }
    }

    private static String number(Body body) {
        String number = body.required("callbackNumber", NAME);
        int digits = number.replaceAll("[^0-9]", "").length();
        if (!number.matches("\\+?[0-9 ().-]+") || digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw ApiErrorException.invalid("callbackNumber", "callbackNumber is not valid.");
        }
        return number;
    }

    private static String queue(Body body) {
        String id = body.required("queueId", Limits.ID);
        if (Catalogue.queue(id).isEmpty()) {
            throw ApiErrorException.invalid("queueId", "There is no such queue.");
        }
        return id;
    }

    private void checkReferences(Map<String, String> fields) {
        String agent = fields.getOrDefault("assigneeAgent", "");
        if (!agent.isEmpty() && room.staff().byId(agent).isEmpty()) {
            throw ApiErrorException.invalid("assigneeAgent", "There is no such agent.");
        }
        String source = fields.getOrDefault("sourceInteraction", "");
        try {
            if (!source.isEmpty() && !UUID.fromString(source).toString().equalsIgnoreCase(source)) {
                throw ApiErrorException.invalid("sourceInteraction", "sourceInteraction is not a UUID.");
            }
        } catch (IllegalArgumentException e) {
            throw ApiErrorException.invalid("sourceInteraction", "sourceInteraction is not a UUID.");
        }
    }

    /** By the clock of the customer. */
    private static Instant dueAt(Map<String, String> fields) {
        ZoneId zone = zone(fields.get("timezone"));
        LocalDate day = day(fields.get("scheduleDate"));
        LocalTime from = time("startTime", fields.get("startTime"));
        Duration window = Duration.between(from, time("endTime", fields.get("endTime")));
        ZonedDateTime now = ZonedDateTime.now(zone);
        if (day.isAfter(now.toLocalDate().plusDays(DAYS_AHEAD))) {
            throw ApiErrorException.invalid("scheduleDate", "scheduleDate must be within 31 days.");
        }
        if (day.atTime(from).atZone(zone).isBefore(now.plus(LEAD))) {
            throw ApiErrorException.invalid("startTime", "startTime must be 30 minutes from now.");
        }
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw ApiErrorException.invalid("endTime", "endTime must be 30 minutes to 8 hours after startTime.");
        }
        return day.atTime(from).atZone(zone).toInstant();
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw ApiErrorException.invalid("timezone", "timezone must be an IANA name.");
        }
        return ZoneId.of(name);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ApiErrorException.invalid("scheduleDate", "scheduleDate must be YYYY-MM-DD.");
        }
    }

    private static LocalTime time(String name, String text) {
        try {
            if (text.matches("\\d\\d:\\d\\d:\\d\\d")) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException e) {
            throw ApiErrorException.invalid(name, name + " is no time of day.");
        }
        throw ApiErrorException.invalid(name, name + " must be HH:mm:ss.");
    }

    // ---- finding them

    /** @param query by the names of the request's parameters; empty where there is none */
    public List<Map<String, Object>> search(Function<String, String> query) {
        String number = query.apply("callbackNumber");
        String agent = query.apply("assigneeAgent");
        if (number.isEmpty() && agent.isEmpty()) {
            throw ApiErrorException.missing("callbackNumber or assigneeAgent");
        }
        int size = whole(query, "pageSize", PAGE);
        if (size < 1 || size > PAGE) {
            throw ApiErrorException.invalid("pageSize", "pageSize must be 1 to 100.");
        }
        return books.stream()
                .filter(ScheduledCallback::live)
                .filter(one ->
                        number.isEmpty() || one.wish().get("callbackNumber").equals(number))
                .filter(one ->
                        agent.isEmpty() || one.wish().get("assigneeAgent").equals(agent))
                .sorted(order(query))
                .skip((long) whole(query, "page", 0) * size)
                .limit(size)
                .map(ScheduledCallback::shown)
                .toList();
    }

    private static Comparator<ScheduledCallback> order(Function<String, String> query) {
        String by = query.apply("sortBy").isEmpty() ? "scheduledTime" : query.apply("sortBy");
        String way = query.apply("sortOrder").toLowerCase(Locale.ROOT);
        if (!SORTS.containsKey(by) || !List.of("", "asc", "desc").contains(way)) {
            throw ApiErrorException.invalid(
                    "sortBy", "sortBy must be one of " + SORTS.keySet() + ", sortOrder asc or desc.");
        }
        Comparator<ScheduledCallback> order = Comparator.comparing(SORTS.get(by));
        return way.equals("desc") ? order.reversed() : order;
    }

    static int whole(Function<String, String> query, String name, int usual) {
        String text = query.apply(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}")) {
            throw ApiErrorException.invalid(name, name + " must be a whole number.");
        }
        return Integer.parseInt(text);
    }

    List<CallbackEntry> entries() {
        return books.stream().map(ScheduledCallback::entry).toList();
    }

    void clear() {
        books.clear();
    }
}
