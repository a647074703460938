package dev.trunkline.vendor.genesys;

import dev.trunkline.model.CallSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds changes that were read but never pushed: a channel can look healthy and tell nothing (sheet 5.5). A reading may overtake the push of
 * what it shows, so a difference counts only if no word of that conversation has come by the next reading. Used on the lane only.
 */
final class GenesysUnheard {
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private boolean first = true;

    /** What comes next is compared with nothing. */
    void forget() {
        known.clear();
        doubtful.clear();
        first = true;
    }

    /** It was pushed. */
    void heard(String conversation) {
        doubtful.remove(conversation);
    }

    void told(List<CallSnapshot> calls) {
        known.putAll(facts(calls));
    }

    /** @return whether a change was missed for certain */
    boolean read(List<CallSnapshot> calls) {
        boolean missed = !doubtful.isEmpty();
        doubtful.clear();
        facts(calls).forEach((id, facts) -> {
            if (!first && !facts.equals(known.get(id))) {
                doubtful.add(id);
            }
            known.put(id, facts);
        });
        first = false;
        return missed;
    }

    /** The last of each. */
    private static Map<String, String> facts(List<CallSnapshot> calls) {
        Map<String, String> facts = new LinkedHashMap<>();
        calls.forEach(call -> facts.put(call.id(), call.facts()));
        return facts;
    }
}
