package dev.trunkline.simulator.genesys.centre;

import java.util.Map;
import java.util.function.Supplier;

/** Takes events to whoever has subscribed to their topic. */
public interface Notifier {
    /**
     * One event of one user's topic.
     *
     * @param topic behind {@code v2.users.<id>.}
     * @param body made only if somebody wants it
     * @param disorderly whether it is to come twice and not in order
     */
    void event(User user, String topic, Supplier<Map<String, Object>> body, boolean disorderly);

    /** Breaks the user's sockets. */
    void cut(User user);
}
