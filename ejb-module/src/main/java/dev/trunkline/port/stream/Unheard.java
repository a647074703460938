package dev.trunkline.port.stream;

import dev.trunkline.model.CallSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds changes that were read but never pushed: a channel can look healthy and tell nothing. A reading may overtake the push of what it
 * shows, so a difference counts only if no word of that call has come by the next reading. Used on the lane only.
 */
public final class Unheard {
    private final Function<CallSnapshot, String> facts;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private boolean first = true;

    public Unheard() {
        this(CallSnapshot::facts);
    }

    /** @param facts of a call what is compared, for a platform that pushes less of it than can be read */
    public Unheard(Function<CallSnapshot, String> facts) {
        this.facts = facts;
    }

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
        known.putAll(lastOf(calls));
    }

    /** @return whether a change was missed for certain */
    public boolean read(List<CallSnapshot> calls) {
        boolean missed = !doubtful.isEmpty();
        doubtful.clear();
        lastOf(calls).forEach((id, now) -> {
            if (!first && !now.equals(known.get(id))) {
                doubtful.add(id);
            }
            known.put(id, now);
        });
        first = false;
        return missed;
    }

    /** The last reading showed of this call what was not told; it counts as what was. */
    public void doubt(String call) {
        doubtful.add(call);
    }

    /** Whether the last reading showed what no word has come of yet. */
    public boolean doubts() {
        return !doubtful.isEmpty();
    }

    /** The last of each. */
    private Map<String, String> lastOf(List<CallSnapshot> calls) {
        Map<String, String> last = new LinkedHashMap<>();
        calls.forEach(call -> last.put(call.id(), facts.apply(call)));
        return last;
    }
}
