package dev.trunkline.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java process uses, seen from outside with the JDK's own tool and, on Linux, its entry in {@code /proc}. @param pid of it */
public record ProcessGauge(long pid) {
    private static final Pattern HEAP_USED = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final double KILO = 1024;

    /** The processor time it has used since it began; nothing if it is gone. */
    public Duration cpu() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    public double cpuSeconds() {
        return cpu().toNanos() / 1e9;
    }

    /** Megabytes of live objects: collects the garbage first. */
    public double liveMegabytes() {
        Jcmd tool = new Jcmd(pid);
        tool.ask("GC.run");
        tool.ask("GC.run");
        return number(HEAP_USED, tool.ask("GC.heap_info")) / KILO;
    }

    public double residentMegabytes() {
        return number(RESIDENT, status()) / KILO;
    }

    public long threads() {
        return number(THREADS, status());
    }

    public OpenSockets sockets() {
        return OpenSockets.of(pid);
    }

    private String status() {
        try {
            Path file = Path.of("/proc", String.valueOf(pid), "status");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The sum of what is found; several heap regions may be told one by one. */
    static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        long sum = 0;
        while (found.find()) {
            sum += Long.parseLong(found.group(1));
        }
        return sum;
    }
}
