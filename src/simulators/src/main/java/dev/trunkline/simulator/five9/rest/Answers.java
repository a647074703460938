package dev.trunkline.simulator.five9.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.five9.centre.Reply;
import dev.trunkline.simulator.five9.centre.VccException;
import dev.trunkline.simulator.web.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as the API words them (sheet 3.5). */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static Answer json(int status, Object body) {
        try {
            return Answer.of(status, "application/json;charset=UTF-8", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Answer ok(Object body) {
        return json(200, body);
    }

    static Answer of(Reply reply) {
        return reply.body() == null ? Answer.empty(reply.status()) : json(reply.status(), reply.body());
    }

    static Answer done() {
        return Answer.empty(200);
    }

    static Answer refused(VccException refusal) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("contextCode", refusal.contextCode());
        context.put("objectId", null);
        if (refusal.farmId() != null) {
            context.put("farmId", refusal.farmId());
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("timestamp", System.currentTimeMillis());
        detail.put("errorCode", refusal.errorCode());
        detail.put("message", refusal.getMessage());
        detail.put("context", context);
        return json(refusal.status(), Map.of("five9ExceptionDetail", detail));
    }

    static Answer tooMany(long seconds) {
        return refused(VccException.of(429, 429, null, "Too Many Requests"))
                .with("Retry-After", Long.toString(seconds));
    }
}
