package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The seat of each agent who is connected. Public because others hold a proxy of it. */
@ApplicationScoped
public class WebexccSeats {
    private final Map<String, WebexccSeat> seats = new ConcurrentHashMap<>();

    /** Of an agent who is not connected: one that sees nothing. */
    public WebexccSeat of(AgentSession agent) {
        return seats.getOrDefault(agent.key().toString(), new WebexccSeat());
    }

    /** For a stream, the only one that writes to it. */
    public WebexccSeat take(AgentSession agent, WebexccSettings settings) {
        return seats.compute(
                agent.key().toString(), (key, left) -> new WebexccSeat(settings.earlyFor(), settings.eventWithin()));
    }

    public void leave(AgentSession agent, WebexccSeat seat) {
        seats.remove(agent.key().toString(), seat);
    }
}
