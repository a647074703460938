package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.VendorException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where a stream's work is done: in order on the lane or, if it blocks, on a worker that comes back to the lane. */
final class FinesseLane {
    private static final Logger LOG = Logger.getLogger(FinesseLane.class.getName());

    private final AgentSession agent;
    private final Executor lane;
    private final Executor workers;

    FinesseLane(AgentSession agent, Executor lane, Executor workers) {
        this.agent = agent;
        this.lane = lane;
        this.workers = workers;
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

    /** Blocks on a worker; both outcomes come back to the lane. */
    <T> void work(Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        workers.execute(() -> {
            try {
                T result = blocking.get();
                run(() -> then.accept(result));
            } catch (VendorException e) {
                run(() -> otherwise.accept(e));
            } catch (RuntimeException | LinkageError e) {
                // Ours or a library's fault; without an outcome the stream would stand still for ever.
                LOG.log(Level.WARNING, e, () -> "finesse " + agent.key() + ": unexpected");
                run(() -> otherwise.accept(FinesseErrorMapper.link(e)));
            }
        });
    }

    /** Blocks on a worker; nobody waits for it. */
    void aside(Runnable blocking) {
        workers.execute(blocking);
    }
}
