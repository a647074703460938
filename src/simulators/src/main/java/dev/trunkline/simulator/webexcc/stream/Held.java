package dev.trunkline.simulator.webexcc.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be told to agents only after a request of theirs is answered, or never. On the lane. */
final class Held {
    private final Map<String, List<Runnable>> kept = new HashMap<>();
    private final Map<String, Integer> holds = new HashMap<>();
    private final Set<String> muted = new HashSet<>();

    void hold(String agent) {
        holds.merge(agent, 1, Integer::sum);
    }

    /** @param on whether what is told to him is lost */
    void mute(String agent, boolean on) {
        if (on) {
            muted.add(agent);
        } else {
            muted.remove(agent);
        }
    }

    void tell(String agent, Runnable telling) {
        if (muted.contains(agent)) {
            return;
        }
        if (holds.containsKey(agent)) {
            kept.computeIfAbsent(agent, any -> new ArrayList<>()).add(telling);
        } else {
            telling.run();
        }
    }

    /** It goes out in its order, once nobody holds it any more. */
    void release(String agent) {
        if (holds.merge(agent, -1, Integer::sum) <= 0) {
            holds.remove(agent);
            List<Runnable> all = kept.remove(agent);
            if (all != null) {
                all.forEach(Runnable::run);
            }
        }
    }
}
