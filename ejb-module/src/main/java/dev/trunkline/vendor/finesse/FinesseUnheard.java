package dev.trunkline.vendor.finesse;

import dev.trunkline.model.CallSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds changes of calls that were read but never pushed (sheet 5.5). A reading may overtake the push of what it shows: so a
 * difference counts only if no word of that call has come by the next reading.
 */
final class FinesseUnheard {
    /** Call id to what matters of it, as it was pushed or read last. */
    private final Map<String, String> known = new HashMap<>();

    private final Set<String> doubtful = new TreeSet<>();
    private boolean first = true;

    /** What comes next is compared with nothing. */
    void forget() {
        known.clear();
        doubtful.clear();
        first = true;
    }

    void heard(CallSnapshot call) {
        doubtful.remove(call.id());
        if (call.allowed().isEmpty() && call.platformState().equals("DROPPED")) {
            known.remove(call.id());
        } else {
            known.put(call.id(), gist(call));
        }
    }

    /** @return the calls of which a change was missed for certain */
    Optional<List<String>> read(List<CallSnapshot> calls) {
        List<String> missed = List.copyOf(doubtful);
        doubtful.clear();
        Map<String, String> now = new HashMap<>();
        calls.forEach(call -> now.put(call.id(), gist(call)));
        if (!first) {
            now.forEach((id, gist) -> {
                if (!gist.equals(known.get(id))) {
                    doubtful.add(id);
                }
            });
            known.keySet().stream().filter(id -> !now.containsKey(id)).forEach(doubtful::add);
        }
        first = false;
        known.clear();
        known.putAll(now);
        return Optional.of(missed).filter(ids -> !ids.isEmpty());
    }

    /** Without what is open on it: that changes with the agent's other calls too, and need not be pushed then. */
    private static String gist(CallSnapshot call) {
        return String.join(
                "|",
                call.platformState(),
                new TreeSet<>(call.parties()).toString(),
                new TreeMap<>(call.variables()).toString());
    }
}
