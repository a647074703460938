package dev.trunkline.system.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that one agent heard, over all his connections, in its order. */
final class AgentBook {
    private final String agent;
    private final List<Heard> all = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();
    private long last;

    AgentBook(String agent) {
        this.agent = agent;
    }

    /** Notes it, and whether it is the next one. */
    synchronized void add(Heard heard) {
        if (heard.seq() > last + 1) {
            lost.add(agent + ": after " + last + " came " + heard.seq());
        } else if (heard.seq() <= last) {
            twice.add(agent + ": " + heard.seq() + " came again after " + last);
        }
        last = Math.max(last, heard.seq());
        all.add(heard);
    }

    String agent() {
        return agent;
    }

    /** The highest number heard: where listening goes on. */
    synchronized long last() {
        return last;
    }

    synchronized List<Heard> all() {
        return List.copyOf(all);
    }

    synchronized List<String> lost() {
        return List.copyOf(lost);
    }

    synchronized List<String> twice() {
        return List.copyOf(twice);
    }

    /** What was heard of each call, by its reference. */
    synchronized Map<String, List<Heard>> calls() {
        Map<String, List<Heard>> calls = new LinkedHashMap<>();
        all.stream().filter(heard -> !heard.callRef().isEmpty()).forEach(heard -> calls.computeIfAbsent(
                        heard.callRef(), ref -> new ArrayList<>())
                .add(heard));
        return calls;
    }
}
