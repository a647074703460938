package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Body;
import dev.trunkline.simulator.five9.login.Session;
import dev.trunkline.simulator.web.Form;
import dev.trunkline.simulator.web.Received;
import java.util.Map;

/** A request that came through the gate. @param variables of its path */
record Asked(Received received, Map<String, String> variables, Session session) {

    Agent agent() {
        return session.agent();
    }

    String path(String variable) {
        return variables.get(variable);
    }

    Body body() {
        return Body.of(received.body());
    }

    /** Empty if it is not there. */
    String query(String name) {
        return Form.of(received.query()).get(name);
    }
}
