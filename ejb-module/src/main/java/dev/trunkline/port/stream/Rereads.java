package dev.trunkline.port.stream;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * When the platform is read again: one reading at a time, not without breath, and none that was asked for is forgotten. Used on the lane,
 * unless it says otherwise.
 */
public final class Rereads {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Runnable read;
    private final BooleanSupplier up;
    private final Timers timers;
    private final Executor lane;
    private final Breath breath = new Breath(System::nanoTime);
    /** Something was not told, or was asked for while we were reading; any thread may say so. */
    private volatile boolean missed;

    private boolean reading;
    /** The clock will ask for what was missed. */
    private boolean waiting;

    /**
     * @param read begins a reading; it says {@link #begins} and, whatever comes of it, {@link #ends}
     * @param up whether it may be read at all now
     */
    public Rereads(Runnable read, BooleanSupplier up, Timers timers, Executor lane) {
        this.read = read;
        this.up = up;
        this.timers = timers;
        this.lane = lane;
    }

    /** On any thread: something was not heard. */
    public void missed() {
        missed = true;
    }

    /** Whether something was. */
    public boolean wanted() {
        return missed;
    }

    /** What is being read now may be older than the question. */
    public void ask() {
        if (!up.getAsBoolean()) {
            missed = true;
        } else if (reading || breath.out()) {
            later();
        } else {
            read.run();
        }
    }

    /** Without waiting for breath: something is known to be there. */
    public void askNow() {
        if (up.getAsBoolean() && !reading) {
            read.run();
        } else {
            missed = true;
        }
    }

    /** As soon as it may be. */
    public void later() {
        missed = true;
        if (!waiting) {
            waiting = true;
            timers.once(SOON, () -> lane.execute(this::askIfMissed));
        }
    }

    /** Where it is known that it may be read. */
    public void askIfMissed() {
        waiting = false;
        if (missed) {
            missed = false;
            ask();
        }
    }

    /** What was missed before is covered by it. */
    public void begins() {
        reading = true;
        missed = false;
        breath.taken();
    }

    /** With or without success. */
    public void ends() {
        reading = false;
    }

    /** With the connection everything that was begun has ended. */
    public void stop() {
        reading = false;
        waiting = false;
    }
}
