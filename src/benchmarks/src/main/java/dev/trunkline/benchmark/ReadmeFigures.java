package dev.trunkline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts the table of the last run into README. A program of one file, so that it needs no build:
 * {@code java src/benchmarks/src/main/java/dev/trunkline/benchmark/ReadmeFigures.java} at the root of the tree.
 */
public final class ReadmeFigures {
    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "<!-- end of figures -->\n";

    private ReadmeFigures() {}

    public static void main(String[] arguments) throws IOException {
        Path readme = Path.of("README.md");
        String before = Files.readString(readme);
        String table = Files.readString(Path.of("src/benchmarks/target/figures/figures.md"));
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("README.md has no place for the figures, between " + BEGIN + "and " + END);
        }
        Files.writeString(readme, before.substring(0, begin) + BEGIN + "\n" + table + "\n" + before.substring(end));
    }
}
