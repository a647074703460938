package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running gateway holds, measured from outside with the JDK's own tool. @param pid of its process */
record Gauge(long pid) {
    private static final Pattern USED = Pattern.compile("generation\\s+total \\d+K, used (\\d+)K");
    private static final Pattern COUNT = Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)", Pattern.MULTILINE);
    private static final Pattern WORKER = Pattern.compile("^\"http-thread-pool", Pattern.MULTILINE);
    private static final int COLLECTIONS = 2;

    /** Megabytes of live objects. */
    long liveMegabytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            ask("GC.run");
        }
        return USED.matcher(ask("GC.heap_info"))
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum()
                / 1024;
    }

    /** Live objects of a class. */
    long live(String className) {
        Matcher found = COUNT.matcher(ask("GC.class_histogram"));
        long count = 0;
        while (found.find()) {
            count += found.group(2).equals(className) ? Long.parseLong(found.group(1)) : 0;
        }
        return count;
    }

    /** Those who listen. */
    long listeners() {
        return live("dev.trunkline.push.Subscription");
    }

    /** Threads that serve requests. */
    long workers() {
        return WORKER.matcher(ask("Thread.print")).results().count();
    }

    private String ask(String command) {
        try {
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noTool) {
            throw new UncheckedIOException(noTool);
        }
    }
}
