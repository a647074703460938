package dev.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A client of others, unmodified, that works at a simulated platform: {@code judge.mjs} and what stands beside it in a folder of
 * {@code src/test}, with what its {@code package-lock.json} names from npm. Where there is no Node, its tests are skipped and say so.
 *
 * @param source the folder
 * @param place where it runs
 */
public record Judge(Path source, Path place) {
    private static final int PATIENCE = 5;

    /** How a program of its own ended. @param status of its process, or -1 if it did not end in time */
    public record Run(int status, String output) {}

    /** @param folder below {@code src/test} */
    public static Judge of(String folder) {
        return new Judge(Path.of("src/test", folder), Path.of("target", folder).toAbsolutePath());
    }

    /** Once for all tests that it does; what was fetched before is not fetched again. */
    public void fetch() throws IOException, InterruptedException {
        assumeThat(present("node") && present("npm"))
                .as("Node and npm are not installed (apt-get install --no-install-recommends nodejs npm)")
                .isTrue();
        Files.createDirectories(place);
        for (Path file : files()) {
            Files.copy(file, place.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Path fetched = place.resolve("fetched-by.json");
        String wanted = Files.readString(source.resolve("package-lock.json"));
        if (!Files.exists(fetched) || !Files.readString(fetched).equals(wanted)) {
            Run run = run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertThat(run.status()).as(run.output()).isZero();
            Files.writeString(fetched, wanted);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(source)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean present(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Where the simulators' authority is to be written. @param name of the run, of those beside each other another */
    public Path certificate(String name) {
        return place.resolve(name + ".pem");
    }

    /**
     * It trusts the simulators' authority as an operator of Node would have it do.
     *
     * @param platform address of the platform
     * @param more of its environment
     */
    public Run judge(Simulators simulators, String platform, Path certificate, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("PLATFORM", platform);
        environment.put("CONTROL", simulators.controlUrl().replace("localhost", "127.0.0.1"));
        environment.put("NODE_EXTRA_CA_CERTS", certificate.toString());
        environment.put("HOME", place.toString());
        return run(environment, "node", "judge.mjs");
    }

    private Run run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(place, "output-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE, TimeUnit.MINUTES);
            return new Run(ended ? process.exitValue() : -1, Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
