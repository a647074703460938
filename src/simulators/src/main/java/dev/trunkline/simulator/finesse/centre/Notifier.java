package dev.trunkline.simulator.finesse.centre;

/** Takes notifications to the agents' event streams. */
public interface Notifier {
    /**
     * Sends one Update document to an agent.
     *
     * @param disorderly whether it is to come twice and not in order
     */
    void deliver(String agentId, String node, String update, boolean disorderly);

    /** Breaks the agent's event streams. */
    void cut(String agentId);
}
