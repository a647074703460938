package dev.trunkline.system.soak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the calls that the platform had with those that the agents heard of. */
final class CallChecks {
    private static final Set<String> TALKED = Set.of("REMOTE_HANGUP", "AGENT_HANGUP");
    /** Only where we were in the way. */
    private static final String GAP = "UNKNOWN_GAP";

    private final List<PlatformCall> platform;
    private final Map<String, CallStory> stories = new HashMap<>();
    private final List<String> unmatched = new ArrayList<>();
    private final Outages outages;

    CallChecks(List<PlatformCall> platform, List<CallStory> heard, Outages outages) {
        this.platform = platform;
        this.outages = outages;
        Set<String> known = new HashSet<>();
        platform.forEach(call -> known.add(call.callId()));
        for (CallStory story : heard) {
            if (stories.put(story.callId(), story) != null) {
                unmatched.add(story.agent() + ": call " + story.callId() + " has two references");
            }
            if (!known.contains(story.callId())) {
                unmatched.add(story.agent() + ": call " + story.callId() + " is not in the platform's books");
            }
        }
        platform.stream()
                .filter(call -> !stories.containsKey(call.callId()) && !neverSeen(call))
                .forEach(call ->
                        unmatched.add(call.agent() + " never heard of call " + call.callId() + " to " + call.number()));
    }

    /** A call that began and ended while we were in the way can be heard of by nobody. */
    private boolean neverSeen(PlatformCall call) {
        return call.ended() && outages.explains(call.agent(), call.placedAt());
    }

    List<String> unmatched() {
        return List.copyOf(unmatched);
    }

    List<String> endedOnOneSide() {
        List<String> wrong = new ArrayList<>();
        for (PlatformCall call : platform) {
            CallStory story = stories.get(call.callId());
            if (story != null && story.ended() != call.ended()) {
                wrong.add(call.agent() + " call " + call.callId() + ": the platform says "
                        + (call.ended() ? "ended" : "not ended") + ", heard was last "
                        + story.last().lifeCycle());
            }
        }
        return wrong;
    }

    List<String> missed() {
        List<String> missed = new ArrayList<>();
        for (PlatformCall call : platform) {
            CallStory story = stories.get(call.callId());
            if (story != null) {
                missed.addAll(story.missed(outages, call.changes()));
            }
        }
        return missed;
    }

    List<String> implausible(Collection<Dial> dials) {
        Map<String, Fate> fates = new HashMap<>();
        dials.forEach(dial -> fates.put(dial.fate().line(), dial.fate()));
        List<String> wrong = new ArrayList<>();
        for (PlatformCall call : platform) {
            CallStory story = stories.get(call.callId());
            Fate fate = fates.get(Fate.line(call.number()));
            if (story != null && fate != null && story.ended() && !plausible(call.platform(), fate, story)) {
                wrong.add(call.agent() + " call " + call.callId() + " to " + call.number() + ": "
                        + story.last().reason());
            }
        }
        return wrong;
    }

    private boolean plausible(Platform platform, Fate fate, CallStory story) {
        String reason = story.last().reason();
        boolean gap = reason.equals(GAP) && story.explains(outages, GAP);
        return gap || platform.failures().getOrDefault(fate.ending(), TALKED).contains(reason);
    }
}
