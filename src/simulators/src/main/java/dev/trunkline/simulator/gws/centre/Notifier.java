package dev.trunkline.simulator.gws.centre;

import java.util.Map;

/** Takes messages to agents. */
public interface Notifier {
    /** @param disorderly as a call to such a number has it: twice, and not in order */
    void event(Agent agent, String channel, Map<String, Object> data, boolean disorderly);

    /** His event stream breaks now and stays away for a while. */
    void cut(Agent agent);
}
