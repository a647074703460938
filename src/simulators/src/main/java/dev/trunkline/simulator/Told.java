package dev.trunkline.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The last messages that went to each agent, as they stood on the wire: for who asks what a platform really said. Safe for threads. */
public final class Told {
    private static final int MOST = 64;

    private final Map<String, Deque<String>> messages = new ConcurrentHashMap<>();

    public void add(String agent, String message) {
        Deque<String> his = messages.computeIfAbsent(agent, any -> new ArrayDeque<>());
        synchronized (his) {
            his.add(message);
            if (his.size() > MOST) {
                his.remove();
            }
        }
    }

    /** The newest last. */
    public List<String> to(String agent) {
        Deque<String> his = messages.getOrDefault(agent, new ArrayDeque<>());
        synchronized (his) {
            return List.copyOf(his);
        }
    }

    public void clear() {
        messages.clear();
    }
}
