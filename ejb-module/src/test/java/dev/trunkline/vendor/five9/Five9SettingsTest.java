package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trunkline.vendor.five9.Five9Settings.AuthStyle;
import dev.trunkline.vendor.five9.Five9Settings.ConsultAs;
import dev.trunkline.vendor.five9.Five9Settings.FromAddress;
import dev.trunkline.vendor.five9.Five9Settings.HangUp;
import dev.trunkline.vendor.five9.Five9Settings.Mode;
import dev.trunkline.vendor.five9.Five9Settings.Numbers;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Five9SettingsTest {
    static Five9Settings settings(Map<String, String> values) {
        return Five9Settings.read(key -> Optional.ofNullable(values.get(key)));
    }

    private static Five9Settings ofFive9(Map<String, String> values) {
        return settings(values.entrySet().stream()
                .collect(Collectors.toMap(entry -> "trunkline.five9." + entry.getKey(), Map.Entry::getValue)));
    }

    @Test
    void defaultsShouldBeWhatTheSheetAdvises() {
        Five9Settings settings = settings(Map.of());
        assertThat(settings.url()).isEmpty();
        assertThat(settings.allowedHosts()).containsExactly(".five9.com", ".five9.eu", ".five9.ca");
        assertThat(settings.trustStore()).isEmpty();
        assertThat(settings.trustStorePassword().reveal()).isEmpty();
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.backoffFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.backoffLongest()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.mode()).isEqualTo(Mode.ATTACH);
        assertThat(settings.stationType()).isEqualTo("STATION");
        assertThat(settings.authStyle()).isEqualTo(AuthStyle.BOTH);
        assertThat(settings.appKey()).isEqualTo("trunkline");
        assertThat(settings.acceptNotices()).isTrue();
        assertThat(settings.spreadTime()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.spreadPause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.pingInterval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.pongWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.silentAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.idleAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.moveAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.dialLook()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.noAnswerAfter()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.stepTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.numbers()).isEqualTo(Numbers.RAW);
        assertThat(settings.defaultCampaign()).isEmpty();
        assertThat(settings.campaignRequired()).isTrue();
        assertThat(settings.skipDncCheck()).isFalse();
        assertThat(settings.checkMultipleContacts()).isFalse();
        assertThat(settings.defaultWrapup()).isEmpty();
        assertThat(settings.hangUp()).isEqualTo(HangUp.DISCONNECT);
        assertThat(settings.consult()).isEqualTo(ConsultAs.TRANSFER);
        assertThat(settings.fromAddress()).isEqualTo(FromAddress.AGENT);
        assertThat(settings.refusals()).isEmpty();
    }

    @Test
    void everyKeyShouldBeRead() {
        Five9Settings settings = ofFive9(others());
        assertThat(settings.url()).contains(URI.create("https://app.five9.eu"));
        assertThat(settings.allowedHosts()).containsExactly(".five9.eu", ".example.net");
        assertThat(settings.trustStore()).isEqualTo("/etc/trunkline/five9.pem");
        assertThat(settings.trustStorePassword().reveal()).isEqualTo("changeit");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.backoffFirst()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.backoffLongest()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.mode()).isEqualTo(Mode.OWN);
        assertThat(settings.stationType()).isEqualTo("PSTN");
        assertThat(settings.authStyle()).isEqualTo(AuthStyle.HEADERS);
        assertThat(settings.appKey()).isEqualTo("acme");
        assertThat(settings.acceptNotices()).isFalse();
        assertThat(settings.spreadTime()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.spreadPause()).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.pingInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.pongWithin()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.watchInterval()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.silentAfter()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.idleAfter()).isEqualTo(Duration.ofSeconds(11));
        assertThat(settings.moveAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.dialLook()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.endWindow()).isZero();
        assertThat(settings.noAnswerAfter()).isEqualTo(Duration.ofSeconds(12));
        assertThat(settings.stepTimeout()).isEqualTo(Duration.ofMillis(900));
        assertThat(settings.numbers()).isEqualTo(Numbers.E164);
        assertThat(settings.defaultCampaign()).isEqualTo("Collections-East");
        assertThat(settings.campaignRequired()).isFalse();
        assertThat(settings.skipDncCheck()).isTrue();
        assertThat(settings.checkMultipleContacts()).isTrue();
        assertThat(settings.defaultWrapup()).isEqualTo("Sale");
        assertThat(settings.defaultNotReady()).isEqualTo("Lunch");
        assertThat(settings.hangUp()).isEqualTo(HangUp.DISPOSE);
        assertThat(settings.consult()).isEqualTo(ConsultAs.CONFERENCE);
        assertThat(settings.fromAddress()).isEqualTo(FromAddress.CUSTOMER);
        assertThat(settings.refusals()).isEqualTo("4711=DNC_BLOCKED");
    }

    /** Each key, and none of them as it is by default. */
    private static Map<String, String> others() {
        return Map.ofEntries(
                Map.entry("url", "https://app.five9.eu/appsvcs/rs/svc/"),
                Map.entry("allowedHosts", ".five9.eu, .example.net"),
                Map.entry("trustStore", "/etc/trunkline/five9.pem"),
                Map.entry("trustStorePassword", "changeit"),
                Map.entry("connectTimeout", "500ms"),
                Map.entry("readTimeout", "4s"),
                Map.entry("backoffFirst", "2s"),
                Map.entry("backoffLongest", "1m"),
                Map.entry("mode", "own"),
                Map.entry("stationType", "PSTN"),
                Map.entry("authStyle", "headers"),
                Map.entry("appKey", "acme"),
                Map.entry("acceptNotices", "false"),
                Map.entry("spreadTime", "1s"),
                Map.entry("spreadPause", "100ms"),
                Map.entry("pingInterval", "5s"),
                Map.entry("pongWithin", "7s"),
                Map.entry("watchInterval", "9s"),
                Map.entry("silentAfter", "8s"),
                Map.entry("idleAfter", "11s"),
                Map.entry("moveAfter", "6s"),
                Map.entry("dialLook", "1s"),
                Map.entry("endWindow", "0s"),
                Map.entry("noAnswerAfter", "12s"),
                Map.entry("stepTimeout", "900ms"),
                Map.entry("numbers", "e164"),
                Map.entry("defaultCampaign", "Collections-East"),
                Map.entry("campaignRequired", "false"),
                Map.entry("skipDncCheck", "true"),
                Map.entry("checkMultipleContacts", "true"),
                Map.entry("defaultWrapup", "Sale"),
                Map.entry("defaultNotReady", "Lunch"),
                Map.entry("hangUp", "dispose"),
                Map.entry("consult", "conference"),
                Map.entry("fromAddress", "customer"),
                Map.entry("refusals", "4711=DNC_BLOCKED"));
    }

    @Test
    void secretShouldNotBeInTheText() {
        assertThat(ofFive9(Map.of("trustStorePassword", "hush-hush")).toString())
                .doesNotContain("hush-hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode", "authStyle", "numbers", "hangUp", "consult", "fromAddress"})
    void wordThatIsNoneShouldNotPassForTheDefault(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofFive9(Map.of(key, "neither")))
                .withMessageContaining(key);
    }
}
