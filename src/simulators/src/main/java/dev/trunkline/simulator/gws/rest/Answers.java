package dev.trunkline.simulator.gws.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.gws.centre.StatusException;
import dev.trunkline.simulator.gws.rest.ApiSettings.ErrorStatus;
import dev.trunkline.simulator.web.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers as the API words them (sheet 3.4): always a statusCode, and beside one that is not 0 a statusMessage and nothing else. */
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

    static Answer done() {
        return json(200, Map.of("statusCode", 0));
    }

    static Answer with(String name, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statusCode", 0);
        body.put(name, value);
        return json(200, body);
    }

    static Answer refused(int status, int code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statusCode", code);
        body.put("statusMessage", message);
        return json(status, body);
    }

    static Answer refused(StatusException refusal, ErrorStatus manner) {
        int status = refusal.httpStatus() == 0 ? status(refusal.code(), manner) : refusal.httpStatus();
        return refused(status, refusal.code(), refusal.getMessage());
    }

    static int status(int code, ErrorStatus manner) {
        return switch (manner) {
            case ALL_200 -> 200;
            case ALL_500 -> 500;
            case BY_CODE -> usual(code);
        };
    }

    private static int usual(int code) {
        return switch (code) {
            case StatusException.MISSING, StatusException.STATE, StatusException.INVALID -> 400;
            case StatusException.FORBIDDEN, StatusException.NO_PERMISSION, StatusException.NOT_AUTHENTICATED -> 403;
            case StatusException.NOT_FOUND -> 404;
            case 9 -> 202;
            default -> 500;
        };
    }

    static Answer notSignedIn() {
        return refused(403, StatusException.NOT_AUTHENTICATED, "Access denied");
    }

    /** Not in the API's own form: it comes from a filter before it. */
    static Answer wrongToken() {
        return html(403, "Missing or invalid Csrf token");
    }

    static Answer html(int status, String words) {
        return Answer.of(
                status,
                "text/html;charset=ISO-8859-1",
                "<html><head><title>Error " + status + "</title></head><body><h2>HTTP ERROR " + status + "</h2><p>"
                        + words + "</p></body></html>");
    }
}
