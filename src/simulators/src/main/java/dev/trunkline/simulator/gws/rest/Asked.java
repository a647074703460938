package dev.trunkline.simulator.gws.rest;

import dev.trunkline.simulator.gws.centre.Agent;
import dev.trunkline.simulator.gws.login.HttpSession;
import dev.trunkline.simulator.web.Form;
import dev.trunkline.simulator.web.Received;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A request that came through the gate. @param variables of its path */
record Asked(Received received, Map<String, String> variables, HttpSession session) {

    Agent agent() {
        return session.agent();
    }

    String path(String variable) {
        return variables.get(variable);
    }

    Body body() {
        return Body.of(received.body());
    }

    /** What is to be told of a user beside himself. */
    List<String> subresources() {
        return Arrays.asList(Form.of(received.query()).get("subresources").split(","));
    }

    /** Without fields a collection says no more than where its members are. */
    boolean wantsFields() {
        return !Form.of(received.query()).get("fields").isEmpty();
    }
}
