package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which processes a demo started, so that the next one can name those that outlived a demo that was killed. @param file their list */
record Remains(Path file) {
    /** Ours first. */
    void write(Child... children) {
        try {
            Files.write(
                    file,
                    LongStream.concat(
                                    LongStream.of(ProcessHandle.current().pid()),
                                    Stream.of(children).mapToLong(Child::pid))
                            .mapToObj(String::valueOf)
                            .toList());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** Says which of them still run, and how to end them; {@code ""} if none does. */
    String hint() {
        if (!Files.exists(file)) {
            return "";
        }
        try {
            List<String> all = Files.readAllLines(file);
            List<String> alive = all.stream().filter(Remains::runs).toList();
            if (alive.isEmpty()) {
                return "";
            }
            return alive.contains(all.get(0))
                    ? " A demo of this tree runs; this ends it: kill " + all.get(0)
                    : " A demo that was killed left processes behind; this ends them: kill " + String.join(" ", alive);
        } catch (IOException | NumberFormatException unreadable) {
            return "";
        }
    }

    /** A number may have been given to another program since; ours are all Java. */
    private static boolean runs(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .filter(command -> command.contains("java"))
                .isPresent();
    }
}
