package dev.trunkline.simulator.five9.centre;

import java.util.Map;

/** What a request is answered with. @param body null for none */
public record Reply(int status, Object body) {
    static Reply empty(int status) {
        return new Reply(status, null);
    }

    static Reply ok(Map<String, Object> body) {
        return new Reply(200, body);
    }
}
