package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trunkline.vendor.gws.GwsSettings.ConsultAs;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GwsSettingsTest {
    static GwsSettings settings(Map<String, String> values) {
        return GwsSettings.read(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void defaultsShouldBeWhatTheSheetAdvises() {
        GwsSettings settings = settings(Map.of());
        assertThat(settings.url()).isEmpty();
        assertThat(settings.trustStore()).isEmpty();
        assertThat(settings.trustStorePassword().reveal()).isEmpty();
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.networkDelay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.connections()).isEqualTo(10_000);
        assertThat(settings.backoffFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.backoffLongest()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.watchInterval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.wrapUpWindow()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.ringThreshold()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.stepTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.correlationKey()).isEqualTo("gwRequestId");
        assertThat(settings.dispositionKey()).isEqualTo("DispositionCode");
        assertThat(settings.wrapUpCodes()).isEmpty();
        assertThat(settings.defaultWrapup()).isEmpty();
        assertThat(settings.defaultNotReady()).isEqualTo("NotReady");
        assertThat(settings.place()).isEmpty();
        assertThat(settings.queue()).isEmpty();
        assertThat(settings.consult()).isEqualTo(ConsultAs.TRANSFER);
        assertThat(settings.ack()).isTrue();
        assertThat(settings.invalidNumberWords()).containsExactly("invalid", "destination");
    }

    @Test
    void everyKeyShouldBeRead() {
        GwsSettings settings = settings(Map.ofEntries(
                Map.entry("trunkline.gws.url", "http://gws.example.net:8090/api/v2/"),
                Map.entry("trunkline.gws.trustStore", "/etc/trunkline/gws.pem"),
                Map.entry("trunkline.gws.trustStorePassword", "changeit"),
                Map.entry("trunkline.gws.connectTimeout", "500ms"),
                Map.entry("trunkline.gws.readTimeout", "4s"),
                Map.entry("trunkline.gws.networkDelay", "7s"),
                Map.entry("trunkline.gws.connections", "500"),
                Map.entry("trunkline.gws.backoffFirst", "2s"),
                Map.entry("trunkline.gws.backoffLongest", "1m"),
                Map.entry("trunkline.gws.watchInterval", "0s"),
                Map.entry("trunkline.gws.wrapUpWindow", "900ms"),
                Map.entry("trunkline.gws.ringThreshold", "5s"),
                Map.entry("trunkline.gws.stepTimeout", "1s"),
                Map.entry("trunkline.gws.correlationKey", "OBX_CorrelationId"),
                Map.entry("trunkline.gws.dispositionKey", "Outcome"),
                Map.entry("trunkline.gws.wrapUpCodes", "Sale, Call back later"),
                Map.entry("trunkline.gws.defaultWrapup", "Sale"),
                Map.entry("trunkline.gws.defaultNotReady", "Lunch"),
                Map.entry("trunkline.gws.place", "Place_{extension}"),
                Map.entry("trunkline.gws.queue", "8000"),
                Map.entry("trunkline.gws.consult", "conference"),
                Map.entry("trunkline.gws.ack", "false"),
                Map.entry("trunkline.gws.invalidNumberWords", "unknown dn")));
        assertThat(settings.url()).contains(URI.create("http://gws.example.net:8090"));
        assertThat(settings.trustStore()).isEqualTo("/etc/trunkline/gws.pem");
        assertThat(settings.trustStorePassword().reveal()).isEqualTo("changeit");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.networkDelay()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.connections()).isEqualTo(500);
        assertThat(settings.backoffFirst()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.backoffLongest()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.watchInterval()).isZero();
        assertThat(settings.wrapUpWindow()).isEqualTo(Duration.ofMillis(900));
        assertThat(settings.ringThreshold()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.stepTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.correlationKey()).isEqualTo("OBX_CorrelationId");
        assertThat(settings.dispositionKey()).isEqualTo("Outcome");
        assertThat(settings.wrapUpCodes()).containsExactly("Sale", "Call back later");
        assertThat(settings.defaultWrapup()).isEqualTo("Sale");
        assertThat(settings.defaultNotReady()).isEqualTo("Lunch");
        assertThat(settings.place()).isEqualTo("Place_{extension}");
        assertThat(settings.queue()).isEqualTo("8000");
        assertThat(settings.consult()).isEqualTo(ConsultAs.CONFERENCE);
        assertThat(settings.ack()).isFalse();
        assertThat(settings.invalidNumberWords()).containsExactly("unknown dn");
    }

    @Test
    void secretShouldNotBeInTheText() {
        assertThat(settings(Map.of("trunkline.gws.trustStorePassword", "hush-hush"))
                        .toString())
                .doesNotContain("hush-hush");
    }

    @Test
    void wordThatIsNoneShouldNotPassForTheDefault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("trunkline.gws.consult", "both")))
                .withMessageContaining("consult");
    }
}
