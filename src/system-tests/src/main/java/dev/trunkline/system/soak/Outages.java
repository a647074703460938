package dev.trunkline.system.soak;

import java.util.ArrayList;
import java.util.List;

/** When the gateway was up, and when an agent's stream from the platform stood: both as far as we took them away. In microseconds. */
final class Outages {
    /** What the platform published so shortly before a cut may still have been on its way. */
    private static final long ON_ITS_WAY = 3_000_000;

    /** Reading the platform again and the end of a cut meet here. */
    private static final long COMING_BACK = 500_000;

    private final List<Window> cuts = new ArrayList<>();
    private final List<Window> down = new ArrayList<>();

    /** @param agent {@code ""}: every agent */
    private record Window(String agent, long from, long until) {
        boolean concerns(String one) {
            return agent.isEmpty() || agent.equals(one);
        }
    }

    /** An agent's stream did not stand, for whatever of our reasons. */
    synchronized void cut(String agent, long from, long until) {
        cuts.add(new Window(agent, from, until));
    }

    synchronized void gatewayDown(long from, long until) {
        down.add(new Window("", from, until));
    }

    /** Whether we are to blame if what the platform published then was not heard. */
    synchronized boolean explains(String agent, long micros) {
        return explains(agent, micros, micros);
    }

    synchronized boolean explains(String agent, long from, long until) {
        return cuts.stream()
                .anyMatch(cut ->
                        cut.concerns(agent) && until >= cut.from - ON_ITS_WAY && from <= cut.until + COMING_BACK);
    }

    /** How much of this time the gateway was up. */
    synchronized long upTime(long from, long until) {
        long lost = down.stream()
                .mapToLong(window -> Math.max(0, Math.min(until, window.until) - Math.max(from, window.from)))
                .sum();
        return until - from - lost;
    }
}
