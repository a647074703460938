package dev.trunkline.simulator.five9.login;

import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What one log-in gave: a token for one user. There is no refreshing it. On the lane. */
public final class Session {
    private final String token = UUID.randomUUID().toString();
    private final String id = Ids.hex(8);
    private final Agent agent;
    private final Instant knownFrom;
    private final Instant expires;

    Session(Agent agent, Duration spread, Duration life) {
        this.agent = agent;
        knownFrom = Instant.now().plus(spread);
        expires = Instant.now().plus(life);
    }

    public String token() {
        return token;
    }

    public String id() {
        return id;
    }

    public Agent agent() {
        return agent;
    }

    /** Whether the data centres have heard of it. */
    boolean known() {
        return !Instant.now().isBefore(knownFrom);
    }

    public Instant expires() {
        return expires;
    }

    boolean good() {
        return expires.isAfter(Instant.now());
    }
}
