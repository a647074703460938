package dev.trunkline.event;

import dev.trunkline.event.Change.Alongside;
import dev.trunkline.model.AgentKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One commit, tried until it is known whether it took place: when the database goes away in its middle, nobody knows. That every
 * stream stands where it stood, or has our events after that, tells.
 */
final class Attempt {
    private final List<Change> changes;
    private final List<Alongside> writes;
    /** Where each stream stood when it was looked at first. */
    private final Map<AgentKey, Long> before = new HashMap<>();

    private int doubts;
    private int looks;

    /** @param writes without a change */
    Attempt(List<Change> changes, List<Alongside> writes) {
        this.changes = changes;
        this.writes = writes;
    }

    List<Change> changes() {
        return changes;
    }

    List<Alongside> writes() {
        return writes;
    }

    /** Where this stream stood before any try; empty: no try came that far. */
    Optional<Long> before(AgentKey key) {
        return Optional.ofNullable(before.get(key));
    }

    /** Notes where a stream stands. It can only have moved by a try of ours that was thought to have failed. */
    void stands(AgentKey key, long last) {
        Long first = before.putIfAbsent(key, last);
        if (first != null && first != last) {
            throw new IllegalStateException("the stream of " + key + " has moved from " + first + " to " + last);
        }
    }

    /** The database went away: nobody knows. @return how often that was */
    int doubt() {
        return ++doubts;
    }

    /** Whether it must be looked first if an earlier try took place after all. */
    boolean inDoubt() {
        return doubts > 0;
    }

    /** A refusal after a doubt may be that of what is there already: whether to look once more. */
    boolean lookAgain() {
        boolean again = looks < doubts;
        looks = doubts;
        return again;
    }
}
