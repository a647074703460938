package dev.trunkline.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's tool that asks a running Java. @param pid of the process */
record Jcmd(long pid) {
    private static final long LONGEST_SECONDS = 60;

    /** What it says; fails if it says nothing within a minute. */
    String ask(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid)));
        command.addAll(List.of(words));
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            tool.onExit().orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).exceptionally(stuck -> tool.destroyForcibly());
            return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noTool) {
            throw new UncheckedIOException("jcmd of a JDK is needed", noTool);
        }
    }
}
