package dev.trunkline.benchmark;

import dev.trunkline.benchmark.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was asked for.
 *
 * @param root of the source tree
 * @param only the parts to run, all if empty
 * @param platforms to measure, in this order, one or more
 * @param sessions at most, of the sizes there are
 * @param each how long one measurement lasts
 * @param profile whether flight recordings of the gateway are taken
 */
record Settings(Path root, Set<String> only, List<Platform> platforms, int sessions, Duration each, boolean profile) {
    /** In their order. */
    static final List<String> PARTS = List.of("events", "agents", "push", "dial", "ramp", "comparators", "postgresql");

    private static final int SHORTEST = 2;

    /** @param words {@code name=value}, as the profile of the build gives them */
    static Settings of(List<String> words) {
        Map<String, String> given = new HashMap<>();
        words.stream()
                .map(word -> word.split("=", 2))
                .forEach(pair -> given.put(pair[0], pair.length > 1 ? pair[1] : ""));
        Set<String> only = names(given, "only", PARTS);
        Set<String> platforms = names(
                given, "platforms", Platform.ALL.stream().map(Platform::vendor).toList());
        int seconds = Integer.parseInt(given.getOrDefault("seconds", "10"));
        if (seconds < SHORTEST) {
            throw new IllegalArgumentException("benchmark.seconds is at least " + SHORTEST);
        }
        int sessions = Integer.parseInt(given.getOrDefault("sessions", String.valueOf(Stage.MOST)));
        Path root = Path.of(given.getOrDefault("root", ".")).toAbsolutePath().normalize();
        return new Settings(
                root,
                only,
                Platform.ALL.stream()
                        .filter(one -> platforms.isEmpty() || platforms.contains(one.vendor()))
                        .toList(),
                sessions,
                Duration.ofSeconds(seconds),
                Boolean.parseBoolean(given.getOrDefault("profile", "false")));
    }

    private static Set<String> names(Map<String, String> given, String setting, List<String> known) {
        Set<String> names =
                new TreeSet<>(Stream.of(given.getOrDefault(setting, "").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(setting + " knows no " + name + "; it knows " + known);
        });
        return names;
    }

    /** With which everything is measured that does not depend on the platform. */
    Platform usual() {
        return platforms.get(0);
    }

    /** The parts and platforms that were chosen, as the command line chooses them; empty if all were. */
    String chosen() {
        boolean all = platforms.size() == Platform.ALL.size();
        return (only.isEmpty() ? "" : " -Dbenchmark.only=" + String.join(",", only))
                + (all
                        ? ""
                        : platforms.stream()
                                .map(Platform::vendor)
                                .collect(Collectors.joining(",", " -Dbenchmark.platforms=", "")))
                + (sessions == Stage.MOST ? "" : " -Dbenchmark.sessions=" + sessions);
    }

    /** Whether one of these parts is to run. */
    boolean wants(String... parts) {
        return only.isEmpty() || Stream.of(parts).anyMatch(only::contains);
    }

    /** Where everything is written. */
    Path target() {
        return root.resolve("src/benchmarks/target/figures");
    }
}
