package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trunkline.vendor.finesse.FinesseSettings.AuthMode;
import dev.trunkline.vendor.finesse.FinesseSettings.DialFrom;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinesseSettingsTest {
    static FinesseSettings settings(Map<String, String> values) {
        return FinesseSettings.read(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void defaultsShouldBeWhatTheSheetAdvises() {
        FinesseSettings settings = settings(Map.of());
        assertThat(settings.url()).isEmpty();
        assertThat(settings.secondUrl()).isEmpty();
        assertThat(settings.nodes()).isEmpty();
        assertThat(settings.xmppPort()).isZero();
        assertThat(settings.trustStore()).isEmpty();
        assertThat(settings.trustStorePassword().reveal()).isEmpty();
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.pingInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.pingMisses()).isEqualTo(2);
        assertThat(settings.backoffFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.backoffLongest()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.defaultForm()).isEqualTo("Finesse");
        assertThat(settings.defaultWrapup()).isEmpty();
        assertThat(settings.defaultNotReady()).isEmpty();
        assertThat(settings.resource()).isEqualTo("trunkline");
        assertThat(settings.callVariableBytes()).isEqualTo(40);
        assertThat(settings.eccBytes()).isEqualTo(2000);
        assertThat(settings.authMode()).isEqualTo(AuthMode.AUTO);
        assertThat(settings.dialFrom()).isEqualTo(DialFrom.AUTO);
        assertThat(settings.stepTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.restoreReady()).isFalse();
        assertThat(settings.subscribe()).isFalse();
        assertThat(settings.callbackZone().rule()).isEqualTo("customer");
        assertThat(settings.reconcileInterval()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void everyKeyShouldBeRead() {
        FinesseSettings settings = settings(Map.ofEntries(
                Map.entry("trunkline.finesse.url", "https://fin-a.example.net:8445"),
                Map.entry("trunkline.finesse.secondUrl", " https://fin-b.example.net:8445 "),
                Map.entry("trunkline.finesse.xmppPort", "5224"),
                Map.entry("trunkline.finesse.trustStore", "/etc/trunkline/finesse.pem"),
                Map.entry("trunkline.finesse.trustStorePassword", "changeit"),
                Map.entry("trunkline.finesse.connectTimeout", "500ms"),
                Map.entry("trunkline.finesse.readTimeout", "4s"),
                Map.entry("trunkline.finesse.pingInterval", "PT15S"),
                Map.entry("trunkline.finesse.pingMisses", "3"),
                Map.entry("trunkline.finesse.backoffFirst", "2s"),
                Map.entry("trunkline.finesse.backoffLongest", "1m"),
                Map.entry("trunkline.finesse.defaultForm", "Cisco"),
                Map.entry("trunkline.finesse.defaultWrapup", "Done"),
                Map.entry("trunkline.finesse.defaultNotReady", "7"),
                Map.entry("trunkline.finesse.resource", "gw-n1"),
                Map.entry("trunkline.finesse.callVariableBytes", "30"),
                Map.entry("trunkline.finesse.eccBytes", "100"),
                Map.entry("trunkline.finesse.authMode", "bearer"),
                Map.entry("trunkline.finesse.dialFrom", "notReady"),
                Map.entry("trunkline.finesse.stepTimeout", "1s"),
                Map.entry("trunkline.finesse.restoreReady", "true"),
                Map.entry("trunkline.finesse.subscribe", "true"),
                Map.entry("trunkline.finesse.callbackZone", "Europe/Berlin"),
                Map.entry("trunkline.finesse.reconcileInterval", "0s")));
        assertThat(settings.nodes())
                .containsExactly(
                        URI.create("https://fin-a.example.net:8445"), URI.create("https://fin-b.example.net:8445"));
        assertThat(settings.xmppPort()).isEqualTo(5224);
        assertThat(settings.trustStore()).isEqualTo("/etc/trunkline/finesse.pem");
        assertThat(settings.trustStorePassword().reveal()).isEqualTo("changeit");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.pingInterval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.pingMisses()).isEqualTo(3);
        assertThat(settings.backoffFirst()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.backoffLongest()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.defaultForm()).isEqualTo("Cisco");
        assertThat(settings.defaultWrapup()).isEqualTo("Done");
        assertThat(settings.defaultNotReady()).isEqualTo("7");
        assertThat(settings.resource()).isEqualTo("gw-n1");
        assertThat(settings.callVariableBytes()).isEqualTo(30);
        assertThat(settings.eccBytes()).isEqualTo(100);
        assertThat(settings.authMode()).isEqualTo(AuthMode.BEARER);
        assertThat(settings.dialFrom()).isEqualTo(DialFrom.NOT_READY);
        assertThat(settings.stepTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.restoreReady()).isTrue();
        assertThat(settings.subscribe()).isTrue();
        assertThat(settings.callbackZone().rule()).isEqualTo("Europe/Berlin");
        assertThat(settings.reconcileInterval()).isZero();
        assertThat(settings.toString()).doesNotContain("changeit");
    }

    @Test
    void wordThatIsNoChoiceShouldNotPassForTheDefault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("trunkline.finesse.dialFrom", "ready")))
                .withMessage("trunkline.finesse.dialFrom: ready");
    }
}
