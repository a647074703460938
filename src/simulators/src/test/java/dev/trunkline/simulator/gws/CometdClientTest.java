package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Judge;
import dev.trunkline.simulator.Simulators;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The CometD project's own clients for JavaScript, unmodified, get along with the simulated event stream: today's, and the line that the
 * platform's own desktop ships. They come from npm at the versions that {@code src/test/cometd-client/package-lock.json} names; where there
 * is no Node, these are skipped and say so. Genesys' {@code genesys-workspace-client-js} is no judge: it speaks the Workspace API 3, another
 * protocol under other addresses.
 */
class CometdClientTest {
    private static final Judge JUDGE = Judge.of("cometd-client");

    @BeforeAll
    static void fetch() throws Exception {
        JUDGE.fetch();
    }

    @ParameterizedTest
    @CsvSource({"cometd,https", "cometd,http", "cometd-3,http"})
    void clientShouldCompleteItsCalls(String client, String scheme) throws Exception {
        Path certificate = JUDGE.certificate(client + "-" + scheme);
        try (Simulators simulators = Simulators.start(Quick.unhurried().withCertificateFile(certificate))) {
            String platform =
                    scheme + "://127.0.0.1:" + simulators.platform(Gws.class).port();
            Judge.Run run = JUDGE.judge(simulators, platform, certificate, Map.of("CLIENT", client));

            assertThat(run.status()).as(run.output()).isZero();
            assertThat(run.output()).contains("ok consults, swaps and transfers", "The client completed its calls.");
            assertThat(simulators.books()).extracting(BookEntry::ended).containsExactly(true, true, true);
        }
    }
}
