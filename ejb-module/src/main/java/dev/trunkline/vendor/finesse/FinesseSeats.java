package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The seat of each agent who is connected. Public because others hold a proxy of it. */
@ApplicationScoped
public class FinesseSeats {
    private final Map<String, FinesseSeat> seats = new ConcurrentHashMap<>();

    /** Of an agent who is not connected: one that sees nothing. */
    public FinesseSeat of(AgentSession agent) {
        return seats.getOrDefault(agent.key().toString(), new FinesseSeat());
    }

    /** An empty one: the stream that takes it is the only one that writes to it. */
    public FinesseSeat take(AgentSession agent) {
        FinesseSeat seat = new FinesseSeat();
        seats.put(agent.key().toString(), seat);
        return seat;
    }

    public void leave(AgentSession agent, FinesseSeat seat) {
        seats.remove(agent.key().toString(), seat);
    }
}
