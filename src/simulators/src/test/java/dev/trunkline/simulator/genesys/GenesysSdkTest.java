package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Judge;
import dev.trunkline.simulator.Simulators;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official SDK of Genesys Cloud, unmodified, gets along with the simulated one (sheet 9.3). It comes from npm at the versions that
 * {@code src/test/genesys-sdk/package-lock.json} names; where there is no Node, these are skipped and say so.
 */
class GenesysSdkTest {
    private static final Judge JUDGE = Judge.of("genesys-sdk");

    @BeforeAll
    static void fetch() throws Exception {
        JUDGE.fetch();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void sdkShouldCompleteItsCalls(String scheme) throws Exception {
        Path certificate = JUDGE.certificate(scheme);
        try (Simulators simulators = Simulators.start(Quick.unhurried().withCertificateFile(certificate))) {
            String platform = scheme + "://127.0.0.1:"
                    + simulators.platform(Genesys.class).port();
            Judge.Run run = JUDGE.judge(simulators, platform, certificate, Map.of());

            assertThat(run.status()).as(run.output()).isZero();
            assertThat(run.output()).contains("ok ends and wraps up", "The SDK completed its calls.");
            assertThat(simulators.books()).extracting(BookEntry::ended).containsExactly(true, true, true);
        }
    }
}
