package dev.trunkline.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbered agents of the simulators' {@code --agents}. @param size how many */
public record Workforce(int size) {
    private static final String HEADER = "tenant,agent,channel,username,extension,device,secret_ref";
    private static final int EXTENSIONS_FROM = 20_000;

    /** {@code agent0001} and so on. */
    public List<String> names() {
        return IntStream.rangeClosed(1, size).mapToObj("agent%04d"::formatted).toList();
    }

    /** Writes which platform login belongs to which agent; all have the secret that {@code Installation.secrets()} writes. */
    public Path writeLogins(Path file) {
        Stream<String> rows = IntStream.rangeClosed(1, size)
                .mapToObj(
                        i -> "default,agent%04d,Finesse,agent%04d,%d,,demo-agent".formatted(i, i, EXTENSIONS_FROM + i));
        try {
            return Files.write(file, Stream.concat(Stream.of(HEADER), rows).toList());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
