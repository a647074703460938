package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Form;
import dev.trunkline.simulator.web.Received;
import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.Body;
import dev.trunkline.simulator.webexcc.login.Token;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request that came through the gate. @param variables of its path */
record Asked(Received received, Map<String, String> variables, Token token) {

    Agent agent() {
        return token.agent();
    }

    String path(String variable) {
        return URLDecoder.decode(variables.get(variable).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Body body() {
        return Body.of(received.body());
    }

    /** Empty if it is not there. */
    String query(String name) {
        return Form.of(received.query()).get(name);
    }
}
