package dev.trunkline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What the run found: told as it goes, printed as one table at the end. */
final class Report {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Settings settings;
    private final long begun = System.nanoTime();
    private final List<Figure> figures = new ArrayList<>();

    Report(Settings settings) {
        this.settings = settings;
    }

    void say(String what) {
        tell(String.format("[%6.1f s] %s", (System.nanoTime() - begun) / 1e9, what));
    }

    void add(Figure figure) {
        figures.add(figure);
        say(figure.row());
    }

    boolean failed() {
        return figures.stream().anyMatch(Figure::failed);
    }

    /** Prints the table and writes it, for README too. */
    void print() {
        List<String> lines = new ArrayList<>();
        lines.add(Machine.description() + "; " + DAY.format(Instant.now()) + "; " + command() + ".");
        lines.add("");
        lines.add("| what | figure | aim | |");
        lines.add("|---|---|---|---|");
        figures.forEach(figure -> lines.add(figure.row()));
        Path file = settings.target().resolve("figures.md");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        tell("");
        lines.forEach(Report::tell);
        tell("");
        tell("Written to " + file);
    }

    private String command() {
        return "`./mvnw -Pbenchmark" + settings.chosen() + " -Dbenchmark.seconds="
                + settings.each().toSeconds() + "`";
    }

    private static void tell(String line) {
        // console program
        System.out.println(line);
        // end of console program
    }
}
