package dev.trunkline.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory with a small file system of its own, which only the process sees that was started in it, and who looks through that. */
record SmallDisk(Path directory, int megabytes) {
    private static final int BLOCK = 4_096;

    /** Whether this machine lets us have one. */
    static boolean possible(Path directory) {
        List<String> trial = new ArrayList<>(new SmallDisk(directory, 1).command());
        trial.add("true");
        try {
            return new ProcessBuilder(trial)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchTool) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs the command behind it, as the very process that was started. */
    List<String> command() {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of(
                "/bin/sh",
                "-c",
                "mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + directory + "' && exec \"$@\"",
                "sh"));
        return command;
    }

    private Path ballast(long pid) {
        return Path.of("/proc/" + pid + "/root" + directory + "/ballast");
    }

    /** To the last block. */
    void fill(long pid) {
        byte[] block = new byte[BLOCK];
        try (OutputStream file = Files.newOutputStream(ballast(pid))) {
            for (int written = 0; written <= megabytes << 20; written += BLOCK) {
                file.write(block);
            }
            throw new IllegalStateException(directory + " is not as small as it should be");
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space")) {
                throw new UncheckedIOException(full);
            }
        }
    }

    void free(long pid) {
        try {
            Files.delete(ballast(pid));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
