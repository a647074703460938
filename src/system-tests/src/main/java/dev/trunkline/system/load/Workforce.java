package dev.trunkline.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbered agents of the simulators' {@code --agents}; each works on one of the platforms, in turn.
 *
 * @param size how many
 * @param vendors where they work, one or more
 */
public record Workforce(int size, List<Vendor> vendors) {
    private static final String HEADER = "tenant,agent,channel,username,extension,device,secret_ref";
    private static final int EXTENSIONS_FROM = 20_001;

    /**
     * One of them.
     *
     * @param name {@code agent0001} and so on
     * @param extension of his phone
     */
    public record Worker(String name, String extension, Vendor vendor) {
        private String secretName() {
            return "load-" + vendor.platform() + "-" + name;
        }

        private String login() {
            return String.join(",", "default", name, vendor.channel(), vendor.user(name), extension, "", secretName());
        }
    }

    public List<Worker> workers() {
        return IntStream.range(0, size).mapToObj(this::worker).toList();
    }

    private Worker worker(int index) {
        return new Worker(
                "agent%04d".formatted(index + 1),
                String.valueOf(EXTENSIONS_FROM + index),
                vendors.get(index % vendors.size()));
    }

    /** Writes which platform login belongs to which agent, and what each signs in with. @param secrets the gateway's directory for them */
    public Path writeLogins(Path file, Path secrets) {
        try {
            for (Worker worker : workers()) {
                Files.writeString(secrets.resolve(worker.secretName()), worker.vendor.secret(worker.name));
            }
            Stream<String> rows = workers().stream().map(Worker::login);
            return Files.write(file, Stream.concat(Stream.of(HEADER), rows).toList());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
