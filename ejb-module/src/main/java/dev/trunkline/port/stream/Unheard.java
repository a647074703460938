package dev.trunkline.port.stream;

import dev.trunkline.model.CallSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds changes that were read but never pushed: a channel can look healthy and tell nothing. A reading may overtake the push of what it
 * shows, so a difference counts only if no word of that call has come by the next reading. Used on the lane only.
 */
public final class Unheard {
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private boolean first = true;

    /** What comes next is compared with nothing. */
    public void forget() {
        known.clear();
        doubtful.clear();
        first = true;
    }

    /** It is over, and long enough. */
    public void gone(String call) {
        known.remove(call);
        doubtful.remove(call);
    }

    /** It was pushed. */
    public void heard(String call) {
        doubtful.remove(call);
    }

    public void told(List<CallSnapshot> calls) {
        known.putAll(facts(calls));
    }

    /** @return whether a change was missed for certain */
    public boolean read(List<CallSnapshot> calls) {
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
