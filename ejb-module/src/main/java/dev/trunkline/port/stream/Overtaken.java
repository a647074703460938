package dev.trunkline.port.stream;

import java.util.HashSet;
import java.util.Set;

/**
 * Which calls a reading shows ahead of their pushes. What has no time of its own there, such as call data, could be taken back by a push that is
 * still on its way: it is believed only if no word of that call has come by the next reading. Used on the lane only.
 */
public final class Overtaken {
    private final Set<String> last = new HashSet<>();
    private final Set<String> now = new HashSet<>();
    private boolean first = true;

    /** Connected (again). */
    public void begin() {
        last.clear();
        now.clear();
        first = true;
    }

    /** It was pushed. */
    public void heard(String call) {
        last.remove(call);
    }

    /** The reading at hand shows of this call what was not pushed. @return whether it must wait for the next one */
    public boolean waits(String call) {
        return !last.contains(call) && now.add(call);
    }

    /**
     * The reading at hand is over.
     *
     * @return whether the next one should come at once: it was the connection's first, and what changed before that is pushed to nobody
     */
    public boolean readAgain() {
        last.clear();
        last.addAll(now);
        now.clear();
        boolean again = first && !last.isEmpty();
        first = false;
        return again;
    }

    /** The calls that wait for the next reading. */
    public Set<String> waiting() {
        return Set.copyOf(last);
    }
}
