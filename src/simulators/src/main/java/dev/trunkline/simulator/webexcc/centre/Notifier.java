package dev.trunkline.simulator.webexcc.centre;

/** Takes events to agents, and knows their sockets. */
public interface Notifier {
    void event(Agent agent, Event event);

    /** His event stream breaks now and stays away for a while. */
    void cut(Agent agent);

    /** Whether he has a socket. */
    boolean listens(Agent agent);
}
