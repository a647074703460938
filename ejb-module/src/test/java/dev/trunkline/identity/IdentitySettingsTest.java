package dev.trunkline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentitySettingsTest {
    private static IdentitySettings read(Map<String, String> said) {
        return IdentitySettings.read(key -> Optional.ofNullable(said.get(key)));
    }

    private static Map<String, String> defaults() throws IOException {
        Properties file = new Properties();
        try (InputStream defaults =
                IdentitySettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            file.load(defaults);
        }
        Map<String, String> values = new HashMap<>();
        file.stringPropertyNames().forEach(name -> values.put(name, file.getProperty(name)));
        return values;
    }

    @Test
    void nothingSaidShouldLetNobodyIn() throws IOException {
        assertThat(read(defaults()))
                .isEqualTo(new IdentitySettings(
                        false,
                        Optional.empty(),
                        Duration.ofHours(8),
                        Path.of(".trunkline"),
                        Optional.empty(),
                        Optional.empty(),
                        "trunkline",
                        Set.of("RS256", "ES256")));
    }

    @Test
    void eachSettingShouldBeRead() throws IOException {
        Map<String, String> said = defaults();
        said.put("trunkline.identity", "embedded");
        said.put("trunkline.identity.people", "people.csv");
        said.put("trunkline.identity.tokenLife", "PT1H");
        said.put("trunkline.data", "/var/trunkline");
        said.put("trunkline.jwt.issuer", "https://login.example.net");
        said.put("trunkline.jwt.jwks", "https://login.example.net/keys");
        said.put("trunkline.jwt.audience", "dial");
        said.put("trunkline.jwt.algorithms", "PS256, ES384");

        assertThat(read(said))
                .isEqualTo(new IdentitySettings(
                        true,
                        Optional.of("people.csv"),
                        Duration.ofHours(1),
                        Path.of("/var/trunkline"),
                        Optional.of("https://login.example.net"),
                        Optional.of("https://login.example.net/keys"),
                        "dial",
                        Set.of("PS256", "ES384")));
    }
}
