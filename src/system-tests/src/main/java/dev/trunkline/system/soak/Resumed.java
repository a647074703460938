package dev.trunkline.system.soak;

import dev.trunkline.system.load.Frame;
import dev.trunkline.system.load.Hearer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Numbers that come after a return. */
final class Resumed implements Hearer {
    private final List<Long> numbers = new CopyOnWriteArrayList<>();
    private volatile long last;

    Resumed(long last) {
        this.last = last;
    }

    @Override
    public void heard(Frame frame) {
        if (frame.seq() > 0) {
            numbers.add(frame.seq());
            last = frame.seq();
        }
    }

    long last() {
        return last;
    }

    List<Long> numbers() {
        return List.copyOf(numbers);
    }
}
