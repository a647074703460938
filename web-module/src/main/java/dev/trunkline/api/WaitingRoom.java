package dev.trunkline.api;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.command.CommandWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Each request that waits for a call id keeps a thread of the server. Who finds no seat gets his answer at once, which is what
 * {@code Prefer: wait} allows, instead of taking the last thread from all others.
 */
@ApplicationScoped
public class WaitingRoom {
    private static final int SEATS = 20;

    @Inject
    CommandWatch watch;

    private final Semaphore seats = new Semaphore(SEATS);

    CommandRecord await(CommandRecord command, Duration longest) {
        if (!seats.tryAcquire()) {
            return command;
        }
        try {
            return watch.await(command, longest);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return command;
        } finally {
            seats.release();
        }
    }
}
