package dev.trunkline.threads;

/**
 * The class loader that a thread shows to the server. For each task that is handed to its executors the server looks for services in every
 * jar that this loader can see (Payara 6.2025.10), which costs more than most tasks and most sends do; an empty one has nothing to be
 * looked through.
 */
public final class ContextLoader {
    private static final ClassLoader EMPTY = new ClassLoader(null) {};

    private ContextLoader() {}

    /** Calls the server with an empty one. */
    public static void empty(Runnable call) {
        as(EMPTY, call);
    }

    static void as(ClassLoader loader, Runnable call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            call.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
