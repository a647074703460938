package dev.trunkline.port.stream;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where a stream's work is done: in order on the lane or, if it blocks, on a worker that comes back to the lane. What belongs to an
 * earlier try to connect is not done any more.
 */
public final class StreamLane {
    private static final Logger LOG = Logger.getLogger(StreamLane.class.getName());

    private final AgentSession agent;
    private final Executor lane;
    private final Workers.Shared workers;
    private final Function<Throwable, VendorException> link;
    /** Which try it is; read and written on the lane only. */
    private int attempt;
    /** Which sign-in it is; a newer one comes on any thread. */
    private final AtomicInteger signIn = new AtomicInteger();

    private volatile boolean closed;

    /** @param link what a failure means that is nobody's answer */
    public StreamLane(
            AgentSession agent, Executor lane, Workers.Shared workers, Function<Throwable, VendorException> link) {
        this.agent = agent;
        this.lane = lane;
        this.workers = workers;
        this.link = link;
    }

    /** From any thread: of what waits or comes nothing is done any more, whoever sends it. */
    public void close() {
        closed = true;
    }

    /** On the lane: what was begun before is history now. */
    public void nextTry() {
        attempt++;
    }

    /** The agent has signed in anew: that an earlier sign-in is no longer good, as what is under way may still find, says nothing now. */
    public void signedInAnew() {
        signIn.incrementAndGet();
    }

    /** On the lane: a way to the lane for things of this try; false if the lane is full or gone. */
    public Way ofThisTry() {
        int now = attempt;
        return task -> run(() -> during(now, task));
    }

    /** Takes a task, or says that it could not. */
    @FunctionalInterface
    public interface Way {
        boolean takes(Runnable task);

        /** As {@link #takes}, and what is to be done at once, on this thread, if it could not. */
        default void takesOr(Runnable task, Runnable otherwise) {
            if (!takes(task)) {
                otherwise.run();
            }
        }
    }

    private void during(int then, Runnable task) {
        if (then == attempt) {
            task.run();
        }
    }

    /** False if the lane is full or gone. */
    public boolean run(Runnable task) {
        if (closed) {
            return false; // whose lane may be gone with it
        }
        try {
            lane.execute(() -> unlessClosed(task));
            return true;
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, e, () -> agent.vendor() + " " + agent.key() + ": the lane did not take an event");
            return false;
        }
    }

    private void unlessClosed(Runnable task) {
        if (!closed) {
            task.run();
        }
    }

    /** Blocks on a worker; both outcomes come back to the lane, unless there has been another try since. */
    public <T> void work(Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        work(workers.all(), blocking, then, otherwise);
    }

    /** As {@link #work}, for what connects: it waits behind others who connect. */
    public <T> void signOn(Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        work(workers.signingOn(), blocking, then, otherwise);
    }

    private <T> void work(
            Executor threads, Supplier<T> blocking, Consumer<T> then, Consumer<VendorException> otherwise) {
        Way back = ofThisTry();
        int begun = signIn.get();
        Consumer<VendorException> failed = why -> back.takes(() -> otherwise.accept(ofNow(begun, why)));
        try {
            threads.execute(() -> outcome(blocking, back, then, failed));
        } catch (RejectedExecutionException noThread) {
            failed.accept(link.apply(noThread));
        }
    }

    /** Without an outcome the stream would stand still for ever. */
    private <T> void outcome(Supplier<T> blocking, Way back, Consumer<T> then, Consumer<VendorException> failed) {
        try {
            T result = blocking.get();
            back.takes(() -> then.accept(result));
        } catch (VendorException e) {
            failed.accept(e);
        } catch (RuntimeException | LinkageError e) {
            // Ours or a library's fault.
            LOG.log(Level.WARNING, e, () -> agent.vendor() + " " + agent.key() + ": unexpected");
            failed.accept(link.apply(e));
        }
    }

    private VendorException ofNow(int begun, VendorException why) {
        boolean old = begun != signIn.get() && why.code() == Code.AUTH_EXPIRED;
        return old ? new VendorException(Code.LINK_DOWN, "the agent has signed in anew meanwhile") : why;
    }

    /** Blocks on a worker; nobody waits for it. */
    public void aside(Runnable blocking) {
        workers.all().execute(blocking);
    }
}
