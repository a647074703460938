package dev.trunkline.simulator.genesys.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Ids;
import dev.trunkline.simulator.web.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as the Platform API words them. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Codes for the statuses that a fault may ask for (sheet 3.3). */
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad.request"),
            Map.entry(401, "bad.credentials"),
            Map.entry(403, "missing.permissions"),
            Map.entry(404, "not.found"),
            Map.entry(408, "client.timeout"),
            Map.entry(409, "conversation.error.outbound.call.cannot.be.placed"),
            Map.entry(429, "too.many.requests.retry.after"),
            Map.entry(503, "service.unavailable"),
            Map.entry(504, "request.timeout"));

    private Answers() {}

    static Answer json(int status, Object body) {
        try {
            return Answer.of(status, "application/json", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Answer ok(Object body) {
        return json(200, body);
    }

    /** 202 with an empty body: what most of call control gets. */
    static Answer accepted() {
        return Answer.empty(202);
    }

    /** A page that holds all there is. */
    static Answer entities(List<?> entities) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("entities", entities);
        page.put("pageSize", Math.max(25, entities.size()));
        page.put("pageNumber", 1);
        page.put("total", entities.size());
        page.put("pageCount", 1);
        return ok(page);
    }

    static Answer error(ApiErrorException error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", error.getMessage());
        body.put("code", error.code());
        body.put("status", error.status());
        body.put("messageWithParams", error.getMessage());
        body.put("messageParams", Map.of());
        body.put("contextId", Ids.next());
        body.put("details", List.of());
        body.put("errors", List.of());
        return json(error.status(), body).with("ININ-Correlation-Id", String.valueOf(body.get("contextId")));
    }

    /** @param code empty for the usual one of the status */
    static ApiErrorException ofStatus(int status, String code) {
        String usual = CODES.getOrDefault(status, status < 500 ? "bad.request" : "internal.server.error");
        return new ApiErrorException(status, code.isEmpty() ? usual : code, "Simulated");
    }
}
