package dev.trunkline.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The processes of one server: the first, and those that it starts for each of its connections and duties.
 *
 * @param mark the file that is there while the server is
 * @param first process id
 */
record ServerProcesses(Path mark, long first) {
    private static final long POLL_NANOS = 20_000_000;

    /** Of the server that runs on this data. */
    static ServerProcesses on(Path data) {
        Path mark = data.resolve("postmaster.pid");
        try {
            return new ServerProcesses(
                    mark, Long.parseLong(Files.readAllLines(mark).get(0)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns when the server has written all and is gone. */
    void awaitEnd(Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        while (Files.exists(mark)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("PostgreSQL, process " + first + ", does not end");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** The first one first: it could make more of them. */
    void freeze() {
        signal("STOP", List.of(first));
        signal("STOP", others());
    }

    void thaw() {
        signal("CONT", others());
        signal("CONT", List.of(first));
    }

    private List<Long> others() {
        return ProcessHandle.of(first).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** A connection's process may end meanwhile, so that not all of them need take it. */
    private static void signal(String name, List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        ids.forEach(id -> command.add(String.valueOf(id)));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
