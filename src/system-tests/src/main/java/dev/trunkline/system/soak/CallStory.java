package dev.trunkline.system.soak;

import java.util.ArrayList;
import java.util.List;

/** What was heard of one call, and what is wrong with the order of it. @param heard never empty */
record CallStory(String agent, List<Heard> heard) {
    private static final List<List<String>> PHASES = List.of(
            List.of("INITIATED"),
            List.of("DIALING"),
            List.of("RINGING"),
            List.of("CONNECTED", "HELD"),
            List.of("FAILED"),
            List.of("WRAP_UP"),
            List.of("ENDED"));

    String callRef() {
        return heard.get(0).callRef();
    }

    String callId() {
        return heard.get(0).callId();
    }

    boolean ended() {
        return last().lifeCycle().equals("ENDED");
    }

    Heard last() {
        return heard.get(heard.size() - 1);
    }

    /** Whether we were in the way between what was heard before this reason was first told and its telling. */
    boolean explains(Outages outages, String reason) {
        int first = 0;
        while (!heard.get(first).reason().equals(reason)) {
            first++;
        }
        return outages.explains(
                agent,
                heard.get(Math.max(0, first - 1)).micros(),
                heard.get(first).micros());
    }

    /** Each sentence is one thing out of order. */
    List<String> disorder() {
        List<String> wrong = new ArrayList<>();
        for (int i = 1; i < heard.size(); i++) {
            Heard before = heard.get(i - 1);
            Heard now = heard.get(i);
            if (phase(now) < phase(before) || before.lifeCycle().equals("ENDED")) {
                wrong.add(say(now, now.lifeCycle() + " after " + before.lifeCycle()));
            }
            if (now.change() < before.change()) {
                wrong.add(say(now, "change " + now.change() + " after " + before.change()));
            }
            if (now.callSeq() != before.callSeq() + 1) {
                wrong.add(say(now, "callSeq " + now.callSeq() + " after " + before.callSeq()));
            }
        }
        return wrong;
    }

    private static int phase(Heard heard) {
        for (int i = 0; i < PHASES.size(); i++) {
            if (PHASES.get(i).contains(heard.lifeCycle())) {
                return i;
            }
        }
        throw new IllegalStateException("a life-cycle that no dial of ours has: " + heard.lifeCycle());
    }

    /** Changes that the platform published and that are missing, where nothing of ours stood in their way. */
    List<String> missed(Outages outages, long published) {
        List<String> missed = new ArrayList<>();
        long before = 0;
        for (Heard now : heard) {
            boolean gap = now.change() > before + 1;
            if (gap && !outages.explains(agent, now.changedAt() - now.since())) {
                missed.add(say(
                        now,
                        "change " + now.change() + " after " + before + ", the one between at "
                                + (now.changedAt() - now.since())));
            }
            before = Math.max(before, now.change());
        }
        // The last ones of all: the end of the call shows the last change too.
        if (before < published && !outages.explains(agent, last().changedAt(), last().micros())) {
            missed.add(say(last(), "the last change is " + published + ", heard is " + before));
        }
        return missed;
    }

    private String say(Heard now, String what) {
        return agent + " " + callRef() + " call " + callId() + " seq " + now.seq() + ": " + what;
    }
}
