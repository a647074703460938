package dev.trunkline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void nothingGivenShouldMeanEverything() {
        Settings settings = Settings.of(List.of("root=.", "only=", "seconds=7", "profile=false"));
        assertThat(settings.wants("dial")).isTrue();
        assertThat(settings.each()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void namedPartsShouldBeTheOnlyOnes() {
        Settings settings = Settings.of(List.of("only=dial, ramp"));
        assertThat(settings.wants("ramp")).isTrue();
        assertThat(settings.wants("events")).isFalse();
    }

    @Test
    void unknownPartShouldBeRefusedByName() {
        assertThatThrownBy(() -> Settings.of(List.of("only=dail"))).hasMessageContaining("dail");
    }
}
