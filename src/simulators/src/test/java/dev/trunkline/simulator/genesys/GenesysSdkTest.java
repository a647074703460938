package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official SDK of Genesys Cloud, unmodified, gets along with the simulated one (sheet 9.3). It comes from npm at the versions that
 * {@code src/test/genesys-sdk/package-lock.json} names; where there is no Node, these are skipped and say so.
 */
class GenesysSdkTest {
    private static final Path SOURCE = Path.of("src/test/genesys-sdk");
    private static final Path PLACE = Path.of("target/genesys-sdk");
    private static final int PATIENCE = 5;

    /** How a program of its own ended. */
    private record Run(int status, String output) {}

    @BeforeAll
    static void fetch() throws Exception {
        assumeThat(present("node") && present("npm"))
                .as("Node and npm are not installed (apt-get install --no-install-recommends nodejs npm)")
                .isTrue();
        Files.createDirectories(PLACE);
        for (String file : List.of("package.json", "package-lock.json", "judge.mjs")) {
            Files.writeString(PLACE.resolve(file), Files.readString(SOURCE.resolve(file)));
        }
        Path fetched = PLACE.resolve("fetched-by.json");
        String wanted = Files.readString(SOURCE.resolve("package-lock.json"));
        if (!Files.exists(fetched) || !Files.readString(fetched).equals(wanted)) {
            Run run = run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertThat(run.status()).as(run.output()).isZero();
            Files.writeString(fetched, wanted);
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

    private static Run run(Map<String, String> environment, String... command) throws Exception {
        Path output = Files.createTempFile(PLACE, "output-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(PLACE.toFile())
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

    /** By TLS the SDK trusts our authority as an operator of Node would have it do. */
    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void sdkShouldCompleteItsCalls(String scheme) throws Exception {
        Path certificate = PLACE.resolve(scheme + ".pem").toAbsolutePath();
        try (Simulators simulators = Simulators.start(Quick.unhurried().withCertificateFile(certificate))) {
            Genesys genesys = simulators.platform(Genesys.class);
            Run run = run(
                    Map.of(
                            "PLATFORM", scheme + "://127.0.0.1:" + genesys.port(),
                            "CONTROL", simulators.controlUrl().replace("localhost", "127.0.0.1"),
                            "NODE_EXTRA_CA_CERTS", certificate.toString(),
                            "HOME", PLACE.toAbsolutePath().toString()),
                    "node",
                    "judge.mjs");

            assertThat(run.status()).as(run.output()).isZero();
            assertThat(run.output()).contains("ok ends and wraps up", "The SDK completed its calls.");
            assertThat(simulators.books()).extracting(BookEntry::ended).containsExactly(true, true, true);
        }
    }
}
