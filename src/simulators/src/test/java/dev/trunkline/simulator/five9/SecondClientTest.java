package dev.trunkline.simulator.five9;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Judge;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A second client, written from the sheet alone in another language, gets along with the simulated Five9: no official client does call
 * control (sheet 1.4), so that two readings of the sheet are all that can be had. Its own are in {@code src/test/five9-client/readings.md},
 * and what it uses comes from npm at the versions of the lock file there; where there is no Node, these are skipped and say so.
 */
class SecondClientTest {
    private static final Judge JUDGE = Judge.of("five9-client");
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            entry("attachSharesToken", "true"),
            entry("busyEnds", "failed"),
            entry("callInfo", "full"),
            entry("controlStatus", "204"),
            entry("dialNeedsReady", "true"),
            entry("dialStatus", "204"),
            entry("disposeAnswer", "empty"),
            entry("duplicateLoginStatus", "409"),
            entry("farmIdNeeded", "true"),
            entry("finished", "false"),
            entry("firstEvent", "beforeAnswer"),
            entry("invalidNumber", "failed"),
            entry("loginFailure", "435"),
            entry("makeCallFailed", "empty"),
            entry("messageIds", "false"),
            entry("movedCalls", "kept"),
            entry("notices", "2"),
            entry("noticesAfterStart", "true"),
            entry("offered", "false"),
            entry("presenceStatus", "204"),
            entry("sameKey", "newer"),
            entry("selectSkills", "true"),
            entry("spread", "300ms"),
            entry("strictBodies", "true"),
            entry("strictFarmId", "false"));

    @BeforeAll
    static void fetch() throws Exception {
        JUDGE.fetch();
    }

    /** In each way to show who one is, at a platform that takes no other (sheet 2.2). */
    @ParameterizedTest
    @ValueSource(strings = {"BOTH", "HEADERS", "COOKIES"})
    void clientShouldCompleteItsCalls(String style) throws Exception {
        judge(style, Map.of("STYLE", style), options().with("five9.accepts", style.toLowerCase(Locale.ROOT)));
    }

    /** What the sheet leaves open (9.4, readings.md) is not what the client leans on. */
    @Test
    void clientShouldCompleteItsCallsWhereThePlatformIsOtherwise() throws Exception {
        Options otherwise = options();
        for (Map.Entry<String, String> setting : OTHERWISE.entrySet()) {
            otherwise = otherwise.with("five9." + setting.getKey(), setting.getValue());
        }
        judge("OTHERWISE", Map.of("STYLE", "BOTH", "FAILURES", "65"), otherwise);
    }

    private static void judge(String run, Map<String, String> environment, Options options) throws Exception {
        Path certificate = JUDGE.certificate(run);
        try (Simulators simulators = Simulators.start(options.withCertificateFile(certificate))) {
            Control.Reply platform = new Control(simulators).get("/platforms/five9");
            String login = platform.json().get("addresses").get("login").asText();
            Judge.Run judged = JUDGE.judge(simulators, login, certificate, environment);

            assertThat(judged.status()).as(judged.output()).isZero();
            assertThat(judged.output())
                    .contains(
                            "ok shows who it is: " + environment.get("STYLE"),
                            "ok dials, holds, retrieves, hangs up, disposes",
                            "ok finds its socket silent and reads",
                            "ok survives a migration",
                            "The second client completed its calls.");
            assertThat(simulators.books()).isNotEmpty().allMatch(BookEntry::ended);
        }
    }

    private static Options options() {
        return Options.onAnyPorts()
                .with("five9.ring", "60ms")
                .with("five9.busy", "40ms")
                .with("five9.noAnswer", "120ms")
                .with("five9.settle", "5ms")
                .with("five9.slowAnswer", "300ms")
                .with("five9.disorder", "200ms")
                .with("five9.wrapUp", "60s");
    }
}
