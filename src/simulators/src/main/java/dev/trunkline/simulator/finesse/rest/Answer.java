package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.finesse.centre.ApiErrorException;
import dev.trunkline.simulator.finesse.wire.Markup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What goes back to a request, when, and whether it goes back at all. */
record Answer(int status, String contentType, String body, Map<String, String> headers, Duration delay, boolean lost) {
    private static final String XML = "application/xml;charset=UTF-8";

    static Answer of(String xml) {
        return new Answer(200, XML, xml, Map.of(), Duration.ZERO, false);
    }

    static Answer json(String json) {
        return new Answer(200, "application/json", json, Map.of(), Duration.ZERO, false);
    }

    static Answer page(String html) {
        return new Answer(200, "text/html;charset=UTF-8", html, Map.of(), Duration.ZERO, false);
    }

    static Answer foundAt(String location) {
        return new Answer(302, "", "", Map.of("Location", location), Duration.ZERO, false);
    }

    /** 202 with an empty body: all that a command gets. */
    static Answer accepted() {
        return new Answer(202, "", "", Map.of(), Duration.ZERO, false);
    }

    static Answer movedTo(String location) {
        return new Answer(301, "", "", Map.of("Location", location), Duration.ZERO, false);
    }

    static Answer of(ApiErrorException error) {
        Answer answer = error(error.status(), error.type(), error.getMessage(), error.data());
        return error.status() == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"Cisco Finesse\"") : answer;
    }

    static Answer error(int status, String type, String message, String data) {
        String body = new Markup()
                .open("ApiErrors")
                .open("ApiError")
                .text("ErrorType", type)
                .text("ErrorMessage", message)
                .text("ErrorData", data)
                .close()
                .close()
                .toString();
        return new Answer(status, XML, body, Map.of(), Duration.ZERO, false);
    }

    static Answer status(int status) {
        return switch (status) {
            case 429 -> error(429, "Too Many Requests", "Too many requests", "").with("Retry-After", "2");
            case 503 -> error(503, "Service Unavailable", "SERVER_OUT_OF_SERVICE", "");
            default -> error(status, status == 500 ? "Internal Server Error" : "Generic Error", "Simulated", "");
        };
    }

    Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more, delay, lost);
    }

    Answer after(Duration wait) {
        return new Answer(status, contentType, body, headers, delay.plus(wait), lost);
    }

    /** It is done, and nobody is told: the connection closes instead. */
    Answer lose() {
        return new Answer(status, contentType, body, headers, delay, true);
    }
}
