package dev.trunkline.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PushSettingsTest {
    @Test
    void defaultsShouldBeThoseOfTheContract() throws IOException {
        Properties defaults = new Properties();
        try (InputStream file = PushSettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }

        assertThat(PushSettings.read(key -> Optional.ofNullable(defaults.getProperty(key))))
                .isEqualTo(new PushSettings(
                        1_000, Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(15), 10_000, 200));
    }

    @Test
    void eachSettingShouldBeRead() {
        Map<String, String> said = Map.of(
                "trunkline.push.queue", "7",
                "trunkline.push.stuckAfter", "PT5S",
                "trunkline.push.pingEvery", "PT6S",
                "trunkline.push.heartbeatEvery", "PT8S",
                "trunkline.push.connections", "9",
                "trunkline.push.framesPerSecond", "11");

        assertThat(PushSettings.read(key -> Optional.ofNullable(said.get(key))))
                .isEqualTo(new PushSettings(
                        7, Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(8), 9, 11));
    }
}
