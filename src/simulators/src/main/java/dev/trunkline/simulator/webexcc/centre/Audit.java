package dev.trunkline.simulator.webexcc.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The list of tasks, for whoever looks afterwards (sheet 5.5). On the lane. */
public final class Audit {
    private static final int PAGE = 1000;
    private static final int USUAL = 100;

    private final Room room;

    Audit(Room room) {
        this.room = room;
    }

    /** @param query by the names of the request's parameters; empty where there is none */
    public List<Map<String, Object>> list(Function<String, String> query) {
        long from = millis(query, "from", -1);
        long to = millis(query, "to", Long.MAX_VALUE);
        int size = Callbacks.whole(query, "pageSize", USUAL);
        if (from < 0) {
            throw ApiErrorException.missing("from");
        }
        if (size < 1 || size > PAGE) {
            throw ApiErrorException.invalid("pageSize", "pageSize must be 1 to 1000.");
        }
        String channels = query.apply("channelTypes");
        return room.tasks().all().stream()
                .filter(task ->
                        channels.isEmpty() || List.of(channels.split(",")).contains("telephony"))
                .filter(task -> task.placedAt().toEpochMilli() >= from
                        && task.placedAt().toEpochMilli() <= to)
                .limit(size)
                .map(Audit::shown)
                .toList();
    }

    private static long millis(Function<String, String> query, String name, long usual) {
        String text = query.apply(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,18}")) {
            throw ApiErrorException.invalid(name, name + " must be milliseconds.");
        }
        return Long.parseLong(text);
    }

    private static Map<String, Object> shown(Task task) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("channelType", "telephony");
        attributes.put("status", status(task));
        attributes.put(
                "owner",
                task.owner()
                        .map(one -> Map.of("id", one.id(), "name", one.fullName()))
                        .orElse(Map.of()));
        attributes.put(
                "queue",
                Map.of(
                        "id",
                        Catalogue.QUEUES.get(0).id(),
                        "name",
                        Catalogue.QUEUES.get(0).name()));
        attributes.put(
                "origin",
                task.call().outbound() ? task.call().ani() : task.call().number());
        attributes.put(
                "destination",
                task.call().outbound() ? task.call().number() : task.call().ani());
        attributes.put("direction", direction(task));
        attributes.put("createdTime", task.placedAt().toEpochMilli());
        attributes.put("lastUpdatedTime", System.currentTimeMillis());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", task.id());
        all.put("attributes", attributes);
        return all;
    }

    private static String direction(Task task) {
        if (!task.call().outbound()) {
            return "inbound";
        }
        return task.call().outboundType().equals(DialRequest.OUTDIAL) ? "outdial" : "outbound";
    }

    private static String status(Task task) {
        return switch (task.phase()) {
            case WAITING -> "created";
            case AGENT_RINGING, DIALING -> "offered";
            case CONNECTED, TRANSFERRED -> "assigned";
            case ENDED -> task.recording() == Task.Recording.NONE && !task.answered() ? "abandoned" : "completed";
        };
    }
}
