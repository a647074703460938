package dev.trunkline.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sockets that a process has open, by Linux's own tables; none on another system.
 *
 * @param farPorts of each of them; 0 where there is no far end, or none of TCP
 */
public record OpenSockets(List<Integer> farPorts) {
    /** What a descriptor in {@code /proc/PID/fd} leads to. */
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    /** Here and there, each with its port; state; four columns of no interest; whose; the socket's number. */
    private static final Pattern CONNECTION = Pattern.compile(
            "\\s*\\d+: \\p{XDigit}+:\\p{XDigit}{4} \\p{XDigit}+:(\\p{XDigit}{4})(?:\\s+\\S+){6}\\s+(\\d+)\\b.*");

    private static final int HEXADECIMAL = 16;

    public OpenSockets {
        farPorts = List.copyOf(farPorts);
    }

    static OpenSockets of(long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        List<String> connections = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            connections.addAll(lines(process.resolve("net").resolve(table)));
        }
        return of(targets(process.resolve("fd")), connections);
    }

    /** @param targets of the process's descriptors @param connections lines of the tables, which have those of all processes */
    static OpenSockets of(Collection<String> targets, Collection<String> connections) {
        Map<String, Integer> farPorts = new HashMap<>();
        for (String line : connections) {
            Matcher found = CONNECTION.matcher(line);
            if (found.matches()) {
                farPorts.put(found.group(2), Integer.valueOf(found.group(1), HEXADECIMAL));
            }
        }
        return new OpenSockets(targets.stream()
                .map(SOCKET::matcher)
                .filter(Matcher::matches)
                .map(socket -> farPorts.getOrDefault(socket.group(1), 0))
                .toList());
    }

    private static List<String> targets(Path descriptors) {
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.map(OpenSockets::target).toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table) : List.of();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public int count() {
        return farPorts.size();
    }

    /** How many lead to one of these ports. */
    public long to(Collection<Integer> ports) {
        return farPorts.stream().filter(ports::contains).count();
    }
}
