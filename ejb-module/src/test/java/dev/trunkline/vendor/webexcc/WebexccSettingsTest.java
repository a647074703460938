package dev.trunkline.vendor.webexcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trunkline.model.Reason;
import dev.trunkline.vendor.webexcc.WebexccSettings.Numbers;
import dev.trunkline.vendor.webexcc.WebexccSettings.StationType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebexccSettingsTest {
    /** None as it is without it. */
    private static final Map<String, String> GIVEN = Map.ofEntries(
            Map.entry("apiUrl", "https://api.wxcc-eu1.cisco.com"),
            Map.entry("loginUrl", "https://login.example.net/v1"),
            Map.entry("clientId", "id"),
            Map.entry("clientSecret", "hush"),
            Map.entry("redirectUri", "https://portal.example.net/back"),
            Map.entry("trustStore", "/etc/ca.pem"),
            Map.entry("trustStorePassword", "shh"),
            Map.entry("requestsPerMinute", "90"),
            Map.entry("stationType", "AGENT_DN"),
            Map.entry("teamId", "t-1"),
            Map.entry("loginAgain", "false"),
            Map.entry("entryPointId", "ep"),
            Map.entry("ani", "+1206"),
            Map.entry("numbers", "raw"),
            Map.entry("region", "DE"),
            Map.entry("wrapUpAfter", "0s"),
            Map.entry("defaultWrapup", "Sale"),
            Map.entry("defaultNotReady", "Break"),
            Map.entry("callbackQueue", "q"),
            Map.entry("callbackZone", "Europe/Berlin"),
            Map.entry("callbackFor", "2h"),
            Map.entry("clientType", "Mine"),
            Map.entry("allowMultiLogin", "false"),
            Map.entry("force", "false"),
            Map.entry("keepAlive", "1s"),
            Map.entry("silentAfter", "2s"),
            Map.entry("watchAfter", "0s"),
            Map.entry("lookAfter", "7s"));

    static WebexccSettings settings(Map<String, String> values) {
        return WebexccSettings.read(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void defaultsShouldBeWhatTheSheetAdvises() {
        WebexccSettings settings = settings(Map.of());
        assertThat(settings.apiUrl()).isEmpty();
        assertThat(settings.loginUrl()).isEqualTo(URI.create("https://webexapis.com/v1"));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.requestsPerMinute()).isEqualTo(300);
        assertThat(settings.rateWindow()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.stationType()).isEqualTo(StationType.EXTENSION);
        assertThat(settings.loginAgain()).isTrue();
        assertThat(settings.numbers()).isEqualTo(Numbers.E164);
        assertThat(settings.eventWithin()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.wrapUpAfter()).isEmpty();
        assertThat(settings.clientType()).isEqualTo("Trunkline");
        assertThat(settings.allowMultiLogin()).isTrue();
        assertThat(settings.keepAlive()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.silentAfter()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.welcomeWithin()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.callbackZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.outcomes()).isEmpty();
    }

    @Test
    void everyKeyShouldBeRead() {
        Map<String, String> values = new LinkedHashMap<>();
        GIVEN.forEach((key, value) -> values.put(WebexccSettings.PREFIX + key, value));
        WebexccSettings settings = settings(values);
        assertThat(settings.apiUrl()).contains(URI.create("https://api.wxcc-eu1.cisco.com"));
        assertThat(settings.loginUrl()).isEqualTo(URI.create("https://login.example.net/v1"));
        assertThat(settings.clientId()).isEqualTo("id");
        assertThat(settings.clientSecret().reveal()).isEqualTo("hush");
        assertThat(settings.redirectUri()).isEqualTo("https://portal.example.net/back");
        assertThat(settings.trustStore()).isEqualTo("/etc/ca.pem");
        assertThat(settings.trustStorePassword().reveal()).isEqualTo("shh");
        assertThat(settings.requestsPerMinute()).isEqualTo(90);
        assertThat(settings.stationType()).isEqualTo(StationType.AGENT_DN);
        assertThat(settings.teamId()).isEqualTo("t-1");
        assertThat(settings.loginAgain()).isFalse();
        assertThat(settings.entryPointId()).isEqualTo("ep");
        assertThat(settings.ani()).isEqualTo("+1206");
        assertThat(settings.numbers()).isEqualTo(Numbers.RAW);
        assertThat(settings.region()).isEqualTo("DE");
        assertThat(settings.wrapUpAfter()).contains(Duration.ZERO);
        forWrapUpAndStream(settings);
    }

    private static void forWrapUpAndStream(WebexccSettings settings) {
        assertThat(settings.defaultWrapup()).isEqualTo("Sale");
        assertThat(settings.defaultNotReady()).isEqualTo("Break");
        assertThat(settings.callbackQueue()).isEqualTo("q");
        assertThat(settings.callbackZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.callbackFor()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.clientType()).isEqualTo("Mine");
        assertThat(settings.allowMultiLogin()).isFalse();
        assertThat(settings.force()).isFalse();
        assertThat(settings.keepAlive()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.silentAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.watchAfter()).isZero();
        assertThat(settings.lookAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void wordsShouldBecomeReasons() {
        WebexccSettings settings = WebexccSettings.read(key -> Optional.empty(), Map.of("LINE_DEAD", "no_lines"));
        assertThat(settings.outcomes()).containsEntry("LINE_DEAD", Reason.NO_LINES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebexccSettings.read(key -> Optional.empty(), Map.of("LINE_DEAD", "what")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("trunkline.webexcc.stationType", "PIGEON")));
    }

    /** Sheet 3.1: E.164 with its plus; the seed leaves it out. */
    @ParameterizedTest
    @CsvSource({
        "+12065550111, '', +12065550111",
        "917702779401, '', +917702779401",
        "3125550142, US, +13125550142",
        "030 123456, DE, +4930123456",
        "1002, US, 1002",
        "15002, '', 15002",
        "12345678901234567890, '', 12345678901234567890"
    })
    void numberShouldGoAsThePlatformWantsIt(String written, String region, String sent) {
        assertThat(WebexccNumbers.dialled(settings(Map.of()), written, region)).isEqualTo(sent);
    }

    /** Sheet 2.1. */
    @Test
    void tokenShouldSayOfWhichOrganisationItIs() {
        assertThat(WebexccToken.organisation("opaque_PF84_3f6b1d0a-7c1e")).isEqualTo("3f6b1d0a-7c1e");
        assertThat(WebexccToken.organisation("h." + base64("{\"realm\":\"org-9\"}") + ".s"))
                .isEqualTo("org-9");
        assertThat(WebexccToken.organisation("opaque")).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
