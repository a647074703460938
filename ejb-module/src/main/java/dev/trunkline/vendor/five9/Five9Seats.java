package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The seat of each agent who is connected. Public because others hold a proxy of it. */
@ApplicationScoped
public class Five9Seats {
    private final Map<String, Five9Seat> seats = new ConcurrentHashMap<>();

    /** Of an agent who is not connected: one that sees nothing. */
    public Five9Seat of(AgentSession agent) {
        return seats.getOrDefault(agent.key().toString(), new Five9Seat());
    }

    /** For a stream, the only one that writes to it. */
    public Five9Seat take(AgentSession agent) {
        return seats.compute(agent.key().toString(), (key, left) -> new Five9Seat());
    }

    public void leave(AgentSession agent, Five9Seat seat) {
        seats.remove(agent.key().toString(), seat);
    }
}
