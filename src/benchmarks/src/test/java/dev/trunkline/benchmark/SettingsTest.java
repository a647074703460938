package dev.trunkline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.benchmark.platform.Platform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void nothingGivenShouldMeanEverything() {
        Settings settings = Settings.of(List.of("root=.", "only=", "seconds=7", "profile=false"));
        assertThat(settings.wants("dial")).isTrue();
        assertThat(settings.platforms()).isEqualTo(Platform.ALL);
        assertThat(settings.chosen()).isEmpty();
        assertThat(settings.each()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void namedPartsShouldBeTheOnlyOnes() {
        Settings settings = Settings.of(List.of("only=dial, ramp"));
        assertThat(settings.wants("ramp")).isTrue();
        assertThat(settings.wants("events")).isFalse();
        assertThat(settings.wants("events", "dial")).isTrue();
        assertThat(settings.wants("events", "agents")).isFalse();
    }

    @Test
    void namedPlatformsShouldBeTheOnlyOnes() {
        Settings settings = Settings.of(List.of("only=dial", "platforms=genesys", "sessions=100"));
        assertThat(settings.platforms()).extracting(Platform::vendor).containsExactly("genesys");
        assertThat(settings.usual().channel()).isEqualTo("Genesys");
        assertThat(settings.chosen())
                .isEqualTo(" -Dbenchmark.only=dial -Dbenchmark.platforms=genesys -Dbenchmark.sessions=100");
    }

    @Test
    void unknownPlatformShouldBeRefusedByName() {
        assertThatThrownBy(() -> Settings.of(List.of("platforms=genisys"))).hasMessageContaining("genisys");
    }

    @Test
    void unknownPartShouldBeRefusedByName() {
        assertThatThrownBy(() -> Settings.of(List.of("only=dail"))).hasMessageContaining("dail");
    }
}
