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
        return seats.getOrDefault(key(agent), new FinesseSeat());
    }

    /** For a stream, the only one that writes to it. Empty, but for what an earlier stream could not give back any more. */
    public FinesseSeat take(AgentSession agent) {
        return seats.compute(key(agent), (key, left) -> owing(left) ? left : new FinesseSeat());
    }

    public void leave(AgentSession agent, FinesseSeat seat) {
        seats.computeIfPresent(key(agent), (key, held) -> held == seat && !owing(held) ? null : held);
    }

    private static boolean owing(FinesseSeat seat) {
        return seat != null && seat.loan().stands();
    }

    private static String key(AgentSession agent) {
        return agent.key().toString();
    }
}
