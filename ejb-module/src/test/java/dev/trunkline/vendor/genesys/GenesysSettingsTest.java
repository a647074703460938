package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trunkline.vendor.genesys.GenesysSettings.DigitsTo;
import dev.trunkline.vendor.genesys.GenesysSettings.ThreeWay;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenesysSettingsTest {
    static GenesysSettings settings(Map<String, String> values) {
        return GenesysSettings.read(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void defaultsShouldBeWhatTheSheetAdvises() {
        GenesysSettings settings = settings(Map.of());
        assertThat(settings.apiUrl()).isEmpty();
        assertThat(settings.loginUrl()).isEmpty();
        assertThat(settings.clientId()).isEmpty();
        assertThat(settings.clientSecret().reveal()).isEmpty();
        assertThat(settings.redirectUri()).isEmpty();
        assertThat(settings.organization()).isEmpty();
        assertThat(settings.trustStore()).isEmpty();
        assertThat(settings.trustStorePassword().reveal()).isEmpty();
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.requestsPerMinute()).isEqualTo(300);
        assertThat(settings.rateWindow()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.rateWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.silence()).isEqualTo(Duration.ofSeconds(35));
        assertThat(settings.pongTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.tick()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.watchInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.renewInterval()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.reuseChannels()).isTrue();
        assertThat(settings.backoffFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.backoffLongest()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.queue()).isEmpty();
        assertThat(settings.correlationKey()).isEqualTo("gwRequestId");
        assertThat(settings.defaultWrapup()).isEmpty();
        assertThat(settings.defaultNotReady()).isEqualTo("Busy");
        assertThat(settings.readyPresence()).isEqualTo("Available");
        assertThat(settings.conference()).isEqualTo(ThreeWay.BOTH);
        assertThat(settings.digitsTo()).isEqualTo(DigitsTo.FAR);
    }

    @Test
    void everyKeyShouldBeRead() {
        GenesysSettings settings = settings(Map.ofEntries(
                Map.entry("trunkline.genesys.apiUrl", "https://api.mypurecloud.de"),
                Map.entry("trunkline.genesys.loginUrl", "https://login.mypurecloud.de"),
                Map.entry("trunkline.genesys.clientId", "id"),
                Map.entry("trunkline.genesys.clientSecret", "hush"),
                Map.entry("trunkline.genesys.redirectUri", "https://portal.example.net/back"),
                Map.entry("trunkline.genesys.organization", "example"),
                Map.entry("trunkline.genesys.trustStore", "/etc/trunkline/proxy.pem"),
                Map.entry("trunkline.genesys.trustStorePassword", "changeit"),
                Map.entry("trunkline.genesys.connectTimeout", "500ms"),
                Map.entry("trunkline.genesys.readTimeout", "4s"),
                Map.entry("trunkline.genesys.requestsPerMinute", "600"),
                Map.entry("trunkline.genesys.rateWindow", "30s"),
                Map.entry("trunkline.genesys.rateWait", "2s"),
                Map.entry("trunkline.genesys.silence", "40s"),
                Map.entry("trunkline.genesys.pongTimeout", "9s"),
                Map.entry("trunkline.genesys.tick", "300ms"),
                Map.entry("trunkline.genesys.watchInterval", "0s"),
                Map.entry("trunkline.genesys.renewInterval", "6h"),
                Map.entry("trunkline.genesys.reuseChannels", "false"),
                Map.entry("trunkline.genesys.backoffFirst", "2s"),
                Map.entry("trunkline.genesys.backoffLongest", "1m"),
                Map.entry("trunkline.genesys.queue", "q-1"),
                Map.entry("trunkline.genesys.correlationKey", "ourMark"),
                Map.entry("trunkline.genesys.defaultWrapup", "Done"),
                Map.entry("trunkline.genesys.defaultNotReady", "Break"),
                Map.entry("trunkline.genesys.readyPresence", "On Queue"),
                Map.entry("trunkline.genesys.conference", "conference"),
                Map.entry("trunkline.genesys.digitsTo", "own")));
        assertThat(settings.apiUrl()).contains(URI.create("https://api.mypurecloud.de"));
        assertThat(settings.loginUrl()).contains(URI.create("https://login.mypurecloud.de"));
        assertThat(settings.clientId()).isEqualTo("id");
        assertThat(settings.clientSecret().reveal()).isEqualTo("hush");
        assertThat(settings.redirectUri()).isEqualTo("https://portal.example.net/back");
        assertThat(settings.organization()).isEqualTo("example");
        assertThat(settings.trustStore()).isEqualTo("/etc/trunkline/proxy.pem");
        assertThat(settings.trustStorePassword().reveal()).isEqualTo("changeit");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.quota().allowed()).isEqualTo(600);
        assertThat(settings.quota().window()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.quota().patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.silence()).isEqualTo(Duration.ofSeconds(40));
        assertThat(settings.pongTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.tick()).isEqualTo(Duration.ofMillis(300));
        assertThat(settings.watchInterval()).isZero();
        assertThat(settings.renewInterval()).isEqualTo(Duration.ofHours(6));
        assertThat(settings.reuseChannels()).isFalse();
        assertThat(settings.backoffFirst()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.backoffLongest()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.queue()).isEqualTo("q-1");
        assertThat(settings.correlationKey()).isEqualTo("ourMark");
        assertThat(settings.defaultWrapup()).isEqualTo("Done");
        assertThat(settings.defaultNotReady()).isEqualTo("Break");
        assertThat(settings.readyPresence()).isEqualTo("On Queue");
        assertThat(settings.conference()).isEqualTo(ThreeWay.CONFERENCE);
        assertThat(settings.digitsTo()).isEqualTo(DigitsTo.OWN);
    }

    @Test
    void secretShouldNotBeInTheText() {
        GenesysSettings settings = settings(Map.of("trunkline.genesys.clientSecret", "hush-hush"));
        assertThat(settings.toString()).doesNotContain("hush-hush");
    }

    @Test
    void wordThatIsNoneShouldNotPassForTheDefault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("trunkline.genesys.digitsTo", "both")))
                .withMessageContaining("digitsTo");
    }
}
