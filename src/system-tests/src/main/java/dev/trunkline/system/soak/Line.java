package dev.trunkline.system.soak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The dials of one agent: one at a time. */
final class Line {
    private final Deque<Dial> waiting = new ArrayDeque<>();
    private Optional<Dial> current = Optional.empty();

    synchronized void add(Dial dial) {
        waiting.add(dial);
    }

    /** The next one, if its turn has come; from now on it is the current one. */
    synchronized Optional<Dial> next() {
        if (current.isPresent()) {
            return Optional.empty();
        }
        current = Optional.ofNullable(waiting.poll());
        return current;
    }

    synchronized void over(Dial dial) {
        if (current.equals(Optional.of(dial))) {
            current = Optional.empty();
        }
    }

    synchronized boolean isFree() {
        return current.isEmpty() && waiting.isEmpty();
    }
}
