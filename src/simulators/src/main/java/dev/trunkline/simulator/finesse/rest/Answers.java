package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.finesse.centre.ApiErrorException;
import dev.trunkline.simulator.finesse.wire.Markup;
import dev.trunkline.simulator.web.Answer;

/** Answers as Finesse words them. */
final class Answers {
    private static final String XML = "application/xml;charset=UTF-8";

    private Answers() {}

    static Answer of(String xml) {
        return Answer.of(200, XML, xml);
    }

    static Answer json(String json) {
        return Answer.of(200, "application/json", json);
    }

    /** 202 with an empty body: all that a command gets. */
    static Answer accepted() {
        return Answer.empty(202);
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
        return Answer.of(status, XML, body);
    }

    static Answer status(int status) {
        return switch (status) {
            case 429 -> error(429, "Too Many Requests", "Too many requests", "").with("Retry-After", "2");
            case 503 -> error(503, "Service Unavailable", "SERVER_OUT_OF_SERVICE", "");
            default -> error(status, status == 500 ? "Internal Server Error" : "Generic Error", "Simulated", "");
        };
    }
}
