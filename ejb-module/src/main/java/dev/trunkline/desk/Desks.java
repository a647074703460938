package dev.trunkline.desk;

import dev.trunkline.event.AgentTold;
import dev.trunkline.model.AgentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All desks, and what others may ask of them. */
@ApplicationScoped
public class Desks {
    /** One entry for each configured platform. */
    public List<Standing> standings(AgentKey key) {
        throw new IllegalStateException();
    }

    /** The channel whose form an agent's listener gets if he named none: of the latest Login there, else the default. */
    public String defaultChannel(AgentKey key, String vendor) {
        throw new IllegalStateException();
    }

    /** State of the link for one agent, or if he is not signed in of the platform: UP, DOWN, CONNECTING; empty if not configured. */
    public Optional<String> link(AgentKey key, String vendor) {
        throw new IllegalStateException();
    }

    /** What a listener is told whose number is out of the log (contract 6.5): StateSync, SetAgentState, one event for each live call. */
    public List<AgentTold> sync(AgentKey key) {
        throw new IllegalStateException();
    }
}
