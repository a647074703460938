package dev.trunkline.threads;

import java.util.concurrent.Executor;

/** Hands tasks to an executor of the server without its looking for services; the task runs with the class loader it was handed over with. */
public final class Handover implements Executor {
    private final Executor threads;

    public Handover(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        ContextLoader.empty(() -> threads.execute(() -> ContextLoader.as(own, task)));
    }
}
