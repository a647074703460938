package dev.trunkline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the figures are from. */
final class Machine {
    private static final Pattern MODEL = Pattern.compile("model name\\s*:\\s*(.+)");
    private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s*(\\d+) kB");
    private static final long KIB_A_GIB = 1024L * 1024;

    private Machine() {}

    static String description() {
        return Runtime.getRuntime().availableProcessors() + " processors"
                + first(MODEL, "/proc/cpuinfo", " (", ")")
                + ", " + memory() + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.runtime.version");
    }

    private static String memory() {
        String kib = first(MEMORY, "/proc/meminfo", "", "");
        return kib.isEmpty() ? "" : Math.round((double) Long.parseLong(kib) / KIB_A_GIB) + " GiB, ";
    }

    private static String first(Pattern pattern, String file, String before, String after) {
        try {
            Path path = Path.of(file);
            Matcher found = pattern.matcher(Files.exists(path) ? Files.readString(path) : "");
            return found.find() ? before + found.group(1).strip() + after : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
