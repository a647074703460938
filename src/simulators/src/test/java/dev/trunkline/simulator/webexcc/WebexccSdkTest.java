package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Judge;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official SDK of Webex Contact Center, unmodified, gets along with the simulated one (sheet 9.2). It comes from npm at the versions that
 * {@code src/test/webexcc-sdk/package-lock.json} names, and is neither kept nor shipped: its licence is Cisco's. Its bundle needs none of the
 * packages that its package names, so the lock leaves them out. Where there is no Node, these are skipped and say so.
 */
class WebexccSdkTest {
    private static final Judge JUDGE = Judge.of("webexcc-sdk");

    @BeforeAll
    static void fetch() throws Exception {
        JUDGE.fetch();
    }

    /**
     * Short steps, but long enough for a program beside it to see each of them. Without automatic wrap-up: the SDK takes the profile's seconds
     * for milliseconds, and would be at it before the judge is.
     */
    private static Options steps() {
        return Options.onAnyPorts()
                .with("webexcc.agentLeg", "50ms")
                .with("webexcc.ring", "150ms")
                .with("webexcc.busy", "150ms")
                .with("webexcc.shortCall", "200ms")
                .with("webexcc.autoWrapUp", "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void sdkShouldCompleteItsCalls(String scheme) throws Exception {
        Path certificate = JUDGE.certificate(scheme);
        try (Simulators simulators = Simulators.start(steps().withCertificateFile(certificate))) {
            String platform = scheme + "://localhost:"
                    + simulators.platform(Webexcc.class).port();
            Judge.Run run = JUDGE.judge(simulators, platform, certificate, Map.of());

            assertThat(run.status()).as(run.output()).isZero();
            assertThat(run.output())
                    .contains(
                            "ok wraps up",
                            "ok finds its wrap-up",
                            "ok accepts a preview",
                            "The SDK completed its calls.");
            assertThat(simulators.books()).hasSizeGreaterThan(5).allMatch(BookEntry::ended);
        }
    }
}
