package dev.trunkline.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A process that we started and that we end; what it prints goes into a log file. */
public final class Child implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    /** The directory that we run in. */
    static final Path HERE = Path.of("").toAbsolutePath();

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int LAST_LINES = 20;
    /** Payara alone waits five for its threads. */
    private static final long STOP_SECONDS = 30;

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    public static Child start(String name, Path log, List<String> command) {
        return start(name, log, command, HERE);
    }

    /** @param directory it runs in */
    static Child start(String name, Path log, List<String> command, Path directory) {
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(deafToInterrupt(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Child(name, log, process);
        } catch (IOException impossible) {
            throw new LaunchException(name + " could not be started: " + impossible.getMessage(), impossible);
        }
    }

    /**
     * A terminal sends Ctrl-C to all its processes at once; ours shall end in our order, when we say so. Java leaves a signal alone
     * that was ignored when it started; {@code exec} keeps it the very process that we started.
     */
    private static List<String> deafToInterrupt(List<String> command) {
        if (File.separatorChar != '/' || !Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> deaf = new ArrayList<>(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "sh"));
        deaf.addAll(command);
        return deaf;
    }

    /** The {@code java} that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits until the condition holds; fails with the last lines of the log if the process ends or the time is over. */
    public void awaitReady(BooleanSupplier ready, Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                LaunchException why =
                        ended(process.isAlive() ? "not ready after " + longest.toSeconds() + " s" : "ended by itself");
                kill();
                throw why;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** @param what became of it, for example {@code killed} */
    public LaunchException ended(String what) {
        return new LaunchException(name + ": " + what + ". The end of " + log + ":\n" + lastLines(), null);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(" + unreadable.getMessage() + ")";
        }
    }

    /** As {@code kill -9}: it gets no chance to say goodbye. */
    public void kill() {
        process.destroyForcibly();
        await(STOP_SECONDS);
    }

    /** Completed when it has ended, in whatever way. */
    public CompletableFuture<Child> end() {
        return process.onExit().thenApply(gone -> this);
    }

    /** Whether it ends in this time, and well; if not, it is made to end. */
    boolean endsWithin(Duration longest) {
        if (!await(longest.toSeconds())) {
            kill();
            return false;
        }
        return process.exitValue() == 0;
    }

    /** Asks it to end, and makes it end if it does not. */
    @Override
    public void close() {
        close(Duration.ofSeconds(STOP_SECONDS));
    }

    /** @param longest that it may take */
    void close(Duration longest) {
        process.destroy();
        if (!await(longest.toSeconds())) {
            kill();
        }
    }

    private boolean await(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
