package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.vendor.five9.Five9Session.Place;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an agent's token goes (sheet 1.1, 1.2). */
class Five9PlacesTest {
    private static Five9Places places(String allowed) {
        Map<String, String> values = new HashMap<>(Map.of("trunkline.five9.url", "https://app.five9.com/"));
        if (!allowed.isEmpty()) {
            values.put("trunkline.five9.allowedHosts", allowed);
        }
        return new Five9Places(Five9SettingsTest.settings(values));
    }

    private static String answer(String host, String port) {
        return CallFixture.text("login")
                .replaceAll("app-scl.five9.com", host)
                .replaceAll("\"443\"", "\"" + port + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "app-atl.five9.com, '', true",
        "APP-ATL.FIVE9.COM, '', true",
        "five9.com, '', true",
        "app.eu.five9.eu, '', true",
        "app-atl.five9.com.evil.example, '', false",
        "notfive9.com, '', false",
        "evil.example, '', false",
        "user@evil.example, evil.example, false",
        "localhost, localhost, true",
        "app-atl.five9.com, localhost, false"
    })
    void onlyAllowedHostsShouldGetTheToken(String host, String allowed, boolean trusted) {
        Five9Places places = places(allowed);
        if (trusted) {
            assertThat(places.of(answer(host, "8443")).centre()).hasToString("https://" + host + ":8443");
        } else {
            assertThat(Five9Site.refusal(() -> places.of(answer(host, "443"))).code())
                    .isEqualTo(Code.PLATFORM_UNAVAILABLE);
        }
    }

    @Test
    void metadataShouldLeaveWhatItDoesNotSay() {
        Five9Places places = places("");
        Place before = places.of(answer("app-atl.five9.com", "443"));
        Place now = places.of(
                "{\"metadata\":{\"dataCenters\":[{\"active\":true,\"apiUrls\":[{\"host\":\"app-scl.five9.com\",\"port\":\"443\"}]}]},"
                        + "\"context\":{\"farmId\":\"150\"}}",
                before);
        assertThat(now.login().tokenId()).isEqualTo(before.login().tokenId());
        assertThat(now.login().farmId()).isEqualTo("150");
        assertThat(now.centre()).hasToString("https://app-scl.five9.com:443");
        assertThat(now.sameAs(before)).isFalse();
        assertThat(places.of("{}", before).sameAs(before)).isTrue();
    }

    @Test
    void answerWithoutAHostShouldMeanTheLogInHost() {
        assertThat(places("").of("{\"tokenId\":\"t\",\"userId\":\"1\"}").centre())
                .hasToString("https://app.five9.com");
    }

    @ParameterizedTest
    @CsvSource({"'{\"tokenId\":\"t\"}'", "'{}'", "'<html>'", "'{\"tokenId\":\"t\\nX: y\",\"userId\":\"1\"}'"})
    void answerThatNamesNobodyShouldBeRefused(String body) {
        assertThat(Five9Site.refusal(() -> places("").of(body)).code()).isEqualTo(Code.PLATFORM_REJECTED);
    }
}
