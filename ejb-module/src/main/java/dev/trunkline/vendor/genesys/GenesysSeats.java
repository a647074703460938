package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The seat of each agent who is connected. Public because others hold a proxy of it. */
@ApplicationScoped
public class GenesysSeats {
    private final Map<String, GenesysSeat> seats = new ConcurrentHashMap<>();

    /** Of an agent who is not connected: one that sees nothing. */
    public GenesysSeat of(AgentSession agent, String mark) {
        return seats.getOrDefault(agent.key().toString(), new GenesysSeat(mark));
    }

    /** For a stream, the only one that writes to it. */
    public GenesysSeat take(AgentSession agent, String mark) {
        return seats.compute(agent.key().toString(), (key, left) -> new GenesysSeat(mark));
    }

    public void leave(AgentSession agent, GenesysSeat seat) {
        seats.remove(agent.key().toString(), seat);
    }
}
