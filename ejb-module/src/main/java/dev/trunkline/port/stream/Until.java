package dev.trunkline.port.stream;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A verb that must see its first step done before it takes the second waits for what the stream will see. */
public final class Until {
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private Until() {}

    /**
     * Waits until it is so.
     *
     * @param monitor is held by whoever asks; whoever changes what is asked for notifies it
     * @return false if it was not so in time
     */
    public static boolean so(Object monitor, BooleanSupplier asked, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!asked.getAsBoolean()) {
                long left = (end - System.nanoTime()) / NANOS_OF_A_MILLI;
                if (left <= 0) {
                    return false;
                }
                monitor.wait(left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
