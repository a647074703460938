package dev.trunkline.simulator.five9.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Event;
import dev.trunkline.simulator.five9.centre.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Events as they stand on the wire, in the platform's own capitals (sheet 5.3). On the lane. */
final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FIRST = 106_595_212;

    private final boolean ids;
    private long count;

    Frames(boolean ids) {
        this.ids = ids;
    }

    /** @param without ids, as may be at any time */
    String of(Agent agent, Event event, boolean without) {
        boolean bare = without || !ids;
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("eventId", Integer.toString(event.id()));
        context.put("eventReason", event.reason());
        context.put("messageId", bare ? null : Long.toString(FIRST + count++));
        context.put("userId", agent.id());
        context.put("correlationId", bare ? null : UUID.randomUUID().toString());
        context.put("userName", agent.name());
        context.put("timeStamp", System.currentTimeMillis());
        context.put("tenantId", Ids.ORGANISATION);
        context.put("broadCast", false);
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("context", context);
        frame.put("payLoad", event.payload());
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
