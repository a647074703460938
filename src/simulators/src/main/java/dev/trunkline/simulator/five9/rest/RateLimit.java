package dev.trunkline.simulator.five9.rest;

import java.util.HashMap;
import java.util.Map;

/** How many requests of an agent there were in this second. On the lane. */
final class RateLimit {
    private static final long SECOND = 1_000_000_000;

    private final int most;
    private final Map<String, Integer> counts = new HashMap<>();
    private long second;

    /** @param most 0 for any number */
    RateLimit(int most) {
        this.most = most;
    }

    boolean takes(String agent) {
        if (most == 0) {
            return true;
        }
        long now = System.nanoTime() / SECOND;
        if (now != second) {
            second = now;
            counts.clear();
        }
        return counts.merge(agent, 1, Integer::sum) <= most;
    }
}
