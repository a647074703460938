package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.VendorException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where a stream's work is done: in order on the lane or, if it blocks, on a worker that comes back to the lane. What belongs to an
 * earlier try to connect is not done any more.
 */
final class FinesseLane {
    private static final Logger LOG = Logger.getLogger(FinesseLane.class.getName());

    private final AgentSession agent;
    private final Executor lane;
    private final FinesseWorkers.Shared workers;
    /** Which try it is; read and written on the lane only. */
    private int attempt;

    FinesseLane(AgentSession agent, Executor lane, FinesseWorkers.Shared workers) {
        this.agent = agent;
        this.lane = lane;
        this.workers = workers;
    }

    /** On the lane: what was begun before is history now. */
    void nextTry() {
        attempt++;
    }

    /** On the lane: a way to the lane for things of this try; false if the lane is full or gone. */
    Way ofThisTry() {
        int now = attempt;
        return task -> run(() -> during(now, task));
    }

    /** Takes a task, or says that it could not. */
    @FunctionalInterface
    interface Way {
        boolean takes(Runnable task);
    }

    private void during(int then, Runnable task) {
        if (then == attempt) {
            task.run();
        }
    }

    /** False if the lane is full or gone. */
    boolean run(Runnable task) {
        try {
            lane.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, e, () -> "finesse " + agent.key() + ": the lane did not take an event");
            return false;
        }
    }

    /** Blocks on a worker; both outcomes come back to the lane, unless there has been another try since. */
    <T> void work(Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        work(workers.all(), blocking, then, otherwise);
    }

    /** As {@link #work}, for what connects: it waits behind others who connect. */
    <T> void signOn(Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        work(workers.signingOn(), blocking, then, otherwise);
    }

    private <T> void work(
            Executor threads, Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        Way back = ofThisTry();
        Consumer<Throwable> failed = e -> back.takes(() -> otherwise.accept(FinesseErrorMapper.link(e)));
        try {
            threads.execute(() -> outcome(blocking, back, then, otherwise, failed));
        } catch (RejectedExecutionException noThread) {
            failed.accept(noThread);
        }
    }

    /** Without an outcome the stream would stand still for ever. */
    private <T> void outcome(
            Supplier<T> blocking,
            Way back,
            Consumer<T> then,
            Consumer<VendorException> otherwise,
            Consumer<Throwable> failed) {
        try {
            T result = blocking.get();
            back.takes(() -> then.accept(result));
        } catch (VendorException e) {
            back.takes(() -> otherwise.accept(e));
        } catch (RuntimeException | LinkageError e) {
            // Ours or a library's fault.
            LOG.log(Level.WARNING, e, () -> "finesse " + agent.key() + ": unexpected");
            failed.accept(e);
        }
    }

    /** Blocks on a worker; nobody waits for it. */
    void aside(Runnable blocking) {
        workers.all().execute(blocking);
    }
}
