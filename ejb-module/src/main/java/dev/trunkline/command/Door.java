package dev.trunkline.command;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.LedgerRows;
import dev.trunkline.event.EventLog;
import dev.trunkline.event.Intake;
import dev.trunkline.store.Outage;
import dev.trunkline.threads.Limited;
import dev.trunkline.threads.ServerThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where commands come in. It is closed while the log takes nothing in, and nobody waits at it longer than the log's patience: who is
 * sent away can be sure that nothing is done for him, also if his command is stored by and by.
 */
@ApplicationScoped
class Door {
    private final EventLog log;
    private final Executor threads;
    /** Commands that were refused and may be stored all the same, until they no longer are. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** For the container's proxies. */
    protected Door() {
        this(null, (Executor) null);
    }

    @Inject
    Door(EventLog log, ServerThreads threads) {
        this(log, threads.admissions());
    }

    /** Outside a container. */
    Door(EventLog log, Executor threads) {
        this.log = log;
        this.threads = threads;
    }

    /** One who wants to come in: either he enters or he leaves, whatever is first. */
    static final class Visit {
        private final AtomicBoolean decided = new AtomicBoolean();

        /** Asked before anything is done that cannot be taken back. @return false if he has left */
        boolean enters() {
            return decided.compareAndSet(false, true);
        }

        private boolean leaves() {
            return decided.compareAndSet(false, true);
        }

        private boolean over() {
            return decided.get();
        }
    }

    /** @param take how a command is taken in, on another thread */
    <T> T pass(Function<Visit, T> take) {
        log.intake().check();
        Visit visit = new Visit();
        Duration patience = log.intake().patience();
        CompletableFuture<T> taken = admitted(take, visit);
        try {
            return Limited.within(patience, taken);
        } catch (TimeoutException late) {
            log.doubt();
            if (visit.leaves()) {
                throw Intake.overloaded();
            }
            return taken.join();
        } catch (RuntimeException failed) {
            if (Outage.in(failed)) {
                log.doubt();
                throw Intake.overloaded();
            }
            throw failed;
        }
    }

    private <T> CompletableFuture<T> admitted(Function<Visit, T> take, Visit visit) {
        try {
            return CompletableFuture.supplyAsync(() -> taken(take, visit), threads);
        } catch (RejectedExecutionException noThread) {
            throw Intake.overloaded();
        }
    }

    private static <T> T taken(Function<Visit, T> take, Visit visit) {
        if (visit.over()) {
            // He left before it was his turn.
            throw Intake.overloaded();
        }
        return take.apply(visit);
    }

    /** One after the other for each lock. */
    <T> T inTurn(Lock turn, Supplier<T> work) {
        try {
            if (!turn.tryLock(log.intake().patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw Intake.overloaded();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Intake.overloaded();
        }
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** Stores a command for a visitor; takes it back if that fails, or comes too late for him. */
    void store(Visit visit, CommandRecord command, Runnable storing) {
        try {
            storing.run();
        } catch (RuntimeException failed) {
            withdraw(command);
            throw failed;
        }
        if (!visit.enters()) {
            withdraw(command);
            throw Intake.overloaded();
        }
    }

    private void withdraw(CommandRecord command) {
        refused.add(command.id());
        log.write(LedgerRows.withdrawn(command)).thenRun(() -> refused.remove(command.id()));
    }

    /** Whether a stored command was refused. */
    boolean refused(String commandId) {
        return refused.contains(commandId);
    }
}
