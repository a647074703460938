package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.system.Contract;
import dev.trunkline.system.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every word with which the platform says why: what it said and what was told of it, as it was recorded once in {@code example-*.json}. With
 * {@code -Dkit.record=true} they are recorded anew.
 */
@Covers(Covers.Group.REASONS)
public interface ReasonCases extends Kit {
    ObjectMapper JSON = new ObjectMapper();

    default Stream<ReasonWord> reasonWords() {
        return platform().reasonWords().stream();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("reasonWords")
    default void reasonWordShouldBeToldAsItWasRecorded(ReasonWord word) {
        JsonNode now = stage().reasons().of(word);
        Path example = examples().resolve(word.file());
        if (Boolean.getBoolean("kit.record")) {
            write(example, now);
        }
        assertThat(Likeness.compared(read(example), word.sign()))
                .as("%s, which %s should be like", now, example)
                .isEqualTo(Likeness.compared(now, word.sign()));
    }

    @Test
    default void noExampleShouldBeOfAWordThatIsNotTried() {
        List<String> wanted = reasonWords().map(ReasonWord::file).toList();
        assertThat(wanted).doesNotHaveDuplicates();
        String[] there = examples().toFile().list((directory, name) -> name.startsWith("example-"));
        assertThat(new TreeSet<>(there == null ? List.of() : List.of(there))).isEqualTo(new TreeSet<>(wanted));
    }

    private Path examples() {
        String name = platform().getClass().getPackageName().replace('.', '/');
        return Site.root().resolve("src/system-tests/src/test/resources").resolve(name);
    }

    private static JsonNode read(Path example) {
        try {
            return Contract.json(Files.readString(example));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void write(Path example, JsonNode now) {
        try {
            Files.createDirectories(example.getParent());
            Files.writeString(example, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
