package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.genesys.login.Token;
import dev.trunkline.simulator.web.Form;
import dev.trunkline.simulator.web.Received;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A request that came through the gate. @param variables of its path @param user whose phone it is about; nobody for some */
record Asked(Received received, Map<String, String> variables, Token token, User user) {

    String path(String variable) {
        return variables.get(variable);
    }

    Form query() {
        return Form.of(received.query());
    }

    /** Repeated as the API describes it, or in one with commas as its own SDK for JavaScript sends it. */
    List<String> expand() {
        return query().all("expand").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .toList();
    }

    Body body() {
        String type =
                received.header("Content-Type").orElse("").replaceAll(";.*", "").strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw new ApiErrorException(
                    415, "unsupported.media.type", "The content type " + type + " is not supported.");
        }
        return Body.of(received.body());
    }
}
