package dev.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What decides is read more often than it is written: a file that is long says why (ADR 0013). */
class ClassSizeTest {
    private static final int LONG = 300;
    private static final String REASON = "ADR 0013";

    @Test
    void fileThatIsLongShouldSayWhy() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(200);
        assertThat(files).allSatisfy(file -> {
            List<String> lines = lines(file);
            assertThat(lines.size() <= LONG || lines.stream().anyMatch(line -> line.contains(REASON)))
                    .as(
                            "%s has %d lines: divide it, or say in its comment why not, and name %s",
                            file, lines.size(), REASON)
                    .isTrue();
        });
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
