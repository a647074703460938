package dev.trunkline.simulator.gws.login;

import dev.trunkline.simulator.gws.centre.Agent;
import java.time.Duration;
import java.util.UUID;

/** An HTTP session of somebody who has signed in (sheet 2.2, 2.4). On the lane. */
public final class HttpSession {
    private final String id = "node0" + UUID.randomUUID().toString().replace("-", "");
    private final String balancer = UUID.randomUUID().toString().replace("-", "");
    private final Agent agent;
    private String csrfToken = UUID.randomUUID().toString();
    private long lastUsed = System.nanoTime();

    HttpSession(Agent agent) {
        this.agent = agent;
    }

    String id() {
        return id;
    }

    /** What the load balancer knows its node by. */
    String balancer() {
        return balancer;
    }

    public Agent agent() {
        return agent;
    }

    public String csrfToken() {
        return csrfToken;
    }

    void rotate() {
        csrfToken = UUID.randomUUID().toString();
    }

    void use() {
        lastUsed = System.nanoTime();
    }

    boolean idleFor(Duration most) {
        return System.nanoTime() - lastUsed > most.toNanos();
    }
}
