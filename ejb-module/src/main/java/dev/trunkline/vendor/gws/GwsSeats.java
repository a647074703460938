package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The seat of each agent who is connected. Public because others hold a proxy of it. */
@ApplicationScoped
public class GwsSeats {
    private final Map<String, GwsSeat> seats = new ConcurrentHashMap<>();

    /** Of an agent who is not connected: one that sees nothing. */
    public GwsSeat of(AgentSession agent) {
        return seats.getOrDefault(agent.key().toString(), new GwsSeat());
    }

    /** For a stream, the only one that writes to it. */
    public GwsSeat take(AgentSession agent) {
        return seats.compute(agent.key().toString(), (key, left) -> new GwsSeat());
    }

    public void leave(AgentSession agent, GwsSeat seat) {
        seats.remove(agent.key().toString(), seat);
    }
}
