package dev.trunkline.simulator.webexcc.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.rest.ApiSettings.ErrorBodies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as the API words them (sheet 3.2). */
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

    /** Taken, which says nothing of what comes of it. */
    static Answer accepted() {
        return json(202, Map.of());
    }

    static Answer refused(ApiErrorException refusal, ErrorBodies shape, String trackingId) {
        return switch (shape) {
            case DESKTOP -> json(refusal.status(), desktop(refusal, trackingId));
            case REPORTING -> json(refusal.status(), reporting(refusal, trackingId));
            case NONE -> Answer.empty(refusal.status());
        };
    }

    private static Map<String, Object> desktop(ApiErrorException refusal, String trackingId) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("errorType", refusal.type());
        detail.put("expected", "");
        detail.put("actual", "");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("trackingId", trackingId);
        all.put("errorType", refusal.type());
        all.put("errorMessage", refusal.getMessage());
        all.put("errorData", refusal.about());
        all.put("errorDetail", detail);
        all.put("reasonCode", refusal.status());
        return all;
    }

    private static Map<String, Object> reporting(ApiErrorException refusal, String trackingId) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("key", refusal.status());
        error.put("message", List.of(Map.of("description", refusal.getMessage())));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("trackingId", trackingId);
        all.put("error", error);
        return all;
    }
}
