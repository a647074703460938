package dev.trunkline.vendor.five9;

import dev.trunkline.port.stream.Breath;
import dev.trunkline.port.stream.Timers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** When the platform is read again: one reading at a time, not without breath, and none that was asked for is forgotten. Used on the lane. */
final class Five9Rereads {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Runnable read;
    private final BooleanSupplier up;
    private final Timers timers;
    private final Consumer<Runnable> lane;
    private final Breath breath = new Breath(System::nanoTime);
    /** Something was not told, or was asked for while we were reading; any thread may say so. */
    private volatile boolean missed;

    private boolean reading;
    /** The clock will ask for what was missed. */
    private boolean waiting;

    /** @param up whether it may be read at all now */
    Five9Rereads(Runnable read, BooleanSupplier up, Timers timers, Consumer<Runnable> lane) {
        this.read = read;
        this.up = up;
        this.timers = timers;
        this.lane = lane;
    }

    void missed() {
        missed = true;
    }

    boolean wanted() {
        return missed;
    }

    /** What is being read now may be older than the question. */
    void ask() {
        if (!up.getAsBoolean()) {
            missed = true;
        } else if (reading || breath.out()) {
            later();
        } else {
            read.run();
        }
    }

    /** Without waiting for breath: something is known to be there. */
    void askNow() {
        if (up.getAsBoolean() && !reading) {
            read.run();
        } else {
            missed = true;
        }
    }

    void later() {
        missed = true;
        if (!waiting) {
            waiting = true;
            timers.once(SOON, () -> lane.accept(this::askIfMissed));
        }
    }

    void askIfMissed() {
        waiting = false;
        if (missed) {
            missed = false;
            ask();
        }
    }

    void begins() {
        reading = true;
        missed = false;
        breath.taken();
    }

    void ends() {
        reading = false;
    }

    /** With the connection everything that was begun has ended. */
    void stop() {
        reading = false;
        waiting = false;
    }
}
