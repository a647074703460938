package dev.trunkline.benchmark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Child;
import dev.trunkline.system.Installation;
import dev.trunkline.system.Ports;
import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.Controls;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each platform as the benchmark runs it. */
class DesktopTest {
    private static final String NUMBER = "3122000101";

    @TempDir
    Path data;

    static List<Platform> platforms() {
        return Platform.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("platforms")
    void desktopShouldBeToldOfTheCallItAsksFor(Platform platform) {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        Installation installation = new Installation(root, data, Ports.free());
        List<String> options = new ArrayList<>(List.of("--agents", "1"));
        options.addAll(platform.simulator());
        Told told = new Told();
        try (Child simulators = installation.startSimulators(options.toArray(String[]::new))) {
            assertThat(simulators.isAlive()).isTrue();
            Controls controls = new Controls(AgentClient.http(), installation.controlUrl(), platform.vendor());
            try (Platform.Desktops desktops = platform.desktops(installation, controls.described());
                    Desktop desktop = desktops.open("agent0001", "20001", told)) {
                told.forget();
                HttpResponse<String> answer = desktop.dial(NUMBER);
                assertThat(desktop.took(answer)).as(answer.body()).isTrue();
                assertThat(told.first(desktop.sign(NUMBER, answer))).isPositive();
            }
            assertThat(controls.books())
                    .extracting((JsonNode call) -> call.path("number").asText())
                    .containsExactly(platform.spelled(NUMBER));
        }
    }
}
