package dev.trunkline.simulator.webexcc.login;

import dev.trunkline.simulator.webexcc.centre.Agent;
import java.time.Instant;

/** What a bearer is. */
public record Token(String text, Agent agent, String clientId, Instant expires) {
    public boolean good() {
        return expires.isAfter(Instant.now());
    }

    @Override
    public String toString() {
        return "token of " + agent;
    }
}
