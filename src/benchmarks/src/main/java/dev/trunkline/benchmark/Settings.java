package dev.trunkline.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was asked for.
 *
 * @param root of the source tree
 * @param only the parts to run, all if empty
 * @param each how long one measurement lasts
 * @param profile whether flight recordings of the gateway are taken
 */
record Settings(Path root, Set<String> only, Duration each, boolean profile) {
    /** In their order. */
    static final List<String> PARTS = List.of("events", "push", "dial", "ramp", "comparators", "postgresql");

    private static final int SHORTEST = 2;

    /** @param words {@code name=value}, as the profile of the build gives them */
    static Settings of(List<String> words) {
        Map<String, String> given = new HashMap<>();
        words.stream()
                .map(word -> word.split("=", 2))
                .forEach(pair -> given.put(pair[0], pair.length > 1 ? pair[1] : ""));
        Set<String> only =
                new TreeSet<>(Stream.of(given.getOrDefault("only", "").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
        only.stream().filter(name -> !PARTS.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no part " + name + "; there are " + PARTS);
        });
        int seconds = Integer.parseInt(given.getOrDefault("seconds", "10"));
        if (seconds < SHORTEST) {
            throw new IllegalArgumentException("benchmark.seconds is at least " + SHORTEST);
        }
        Path root = Path.of(given.getOrDefault("root", ".")).toAbsolutePath().normalize();
        return new Settings(
                root, only, Duration.ofSeconds(seconds), Boolean.parseBoolean(given.getOrDefault("profile", "false")));
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** Where everything is written. */
    Path target() {
        return root.resolve("src/benchmarks/target/figures");
    }
}
