package dev.trunkline.system.kit.toy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.system.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What README says a further platform costs is what the toy costs, and nobody outside its folders has paid for it. */
class PriceIT {
    static final List<String> FOLDERS = List.of(
            "ejb-module/src/test/java/dev/trunkline/vendor/toy",
            "src/simulators/src/test/java/dev/trunkline/simulator/toy",
            "src/system-tests/src/test/java/dev/trunkline/system/kit/toy");

    private static final Pattern SOURCE =
            Pattern.compile("(?!.*/(target|node_modules)/).*\\.(java|properties|csv|xml|json|yaml|txt)");
    private static final Pattern NAME = Pattern.compile("\\btoy|Toy");

    private static Path path(String folder) {
        return Site.root().resolve(folder);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As {@code wc -l} counts, documentation and imports too. */
    private static long lines(String folder) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> text(file).lines().count())
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @FieldSource("FOLDERS")
    void readmeShouldSayHowManyLinesAFolderHas(String folder) {
        assertThat(text(path("README.md"))).contains("| `" + folder + "` | " + lines(folder) + " |");
    }

    @Test
    void readmeShouldSayHowManyLinesThereAreInAll() {
        long all = FOLDERS.stream().mapToLong(PriceIT::lines).sum();
        assertThat(text(path("README.md"))).contains("| all | " + all + " |");
    }

    @Test
    void noFileOutsideTheFoldersShouldNameThePlatform() throws IOException {
        List<Path> own = FOLDERS.stream().map(PriceIT::path).toList();
        for (String sources : List.of("config", "ejb-module", "web-module", "ear", "src")) {
            try (Stream<Path> files = Files.walk(path(sources))) {
                assertThat(files.filter(Files::isRegularFile)
                                .filter(file -> SOURCE.matcher(file.toString()).matches())
                                .filter(file -> own.stream().noneMatch(file::startsWith)))
                        .noneMatch(file -> NAME.matcher(text(file)).find());
            }
        }
    }
}
