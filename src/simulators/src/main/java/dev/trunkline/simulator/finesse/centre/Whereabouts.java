package dev.trunkline.simulator.finesse.centre;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** At which node each agent signed in last. Safe for threads. */
public final class Whereabouts {
    private final String first;
    private final Map<String, String> nodes = new ConcurrentHashMap<>();

    /** Until an agent signs in anywhere he is expected at the first node. */
    public Whereabouts(String first) {
        this.first = first;
    }

    public String of(String agent) {
        return nodes.getOrDefault(agent, first);
    }

    /** True if he was at another node before. */
    boolean cameTo(String agent, String node) {
        String before = nodes.put(agent, node);
        return before != null && !before.equals(node);
    }
}
