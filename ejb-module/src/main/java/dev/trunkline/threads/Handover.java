package dev.trunkline.threads;

import java.util.concurrent.Executor;

/**
 * Hands tasks to an executor of the server. For each task that executor looks for services in every jar that the context class loader of
 * whoever hands it over can see (Payara 6.2025.10), which costs more than most tasks; so it is shown an empty one, and the task runs with
 * the right one.
 */
final class Handover implements Executor {
    private static final ClassLoader NOTHING = new ClassLoader(null) {};

    private final Executor threads;

    Handover(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        with(NOTHING, () -> threads.execute(() -> with(own, task)));
    }

    private static void with(ClassLoader loader, Runnable task) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            task.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
