package dev.trunkline.simulator.five9.centre;

import java.util.function.Predicate;

/** Takes events to agents, and knows their sockets. */
public interface Notifier {
    void event(Agent agent, Event event);

    /** His event stream breaks now and stays away for a while. */
    void cut(Agent agent);

    /** His sockets at this farm still answer, and tell nothing any more. */
    void abandon(Predicate<String> agents, Farm farm);

    /** What the domain tells those who are at this farm, even if they are abandoned. */
    void announce(Predicate<String> agents, Farm farm, Event event);
}
