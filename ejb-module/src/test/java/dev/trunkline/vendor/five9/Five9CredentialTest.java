package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.five9.Five9Session.Place;
import dev.trunkline.vendor.five9.Five9Settings.AuthStyle;
import dev.trunkline.vendor.five9.wire.Login;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Five9CredentialTest {
    private static final Place PLACE = new Place(
            new Login("6b1f0d52", "3570001", "131700", "149", "app-scl.five9.com", "443"),
            URI.create("https://app-scl.five9.com:443"));

    @ParameterizedTest
    @CsvSource({
        "BOTH, Authorization farmId Cookie",
        "HEADERS, Authorization farmId",
        "COOKIES, farmId Cookie X-Requested-With"
    })
    void styleShouldDecideWhatIsSent(AuthStyle style, String names) {
        assertThat(Five9Credential.headers(style, PLACE, "a=b").keySet()).containsExactly(names.split(" "));
    }

    @Test
    void noCookieShouldBeNoHeader() {
        assertThat(Five9Credential.headers(AuthStyle.BOTH, PLACE, "")).doesNotContainKey("Cookie");
    }

    @Test
    void logInShouldJoinTheSessionThatIsThere() {
        String body =
                Five9Credential.logIn(Five9Site.agent("alice", "1001", "p\u00e4ss \"w\u00f6rd\u20ac"), "trunkline");
        assertThat(JsonParts.text(JsonParts.object(body), "policy")).isEqualTo("AttachExisting");
        assertThat(JsonParts.text(JsonParts.child(JsonParts.object(body), "passwordCredentials"), "password"))
                .isEqualTo("p\u00e4ss \"w\u00f6rd\u20ac");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\ud800b", "a\u0000b", "a\nb"})
    void passwordThatCannotBeSaidShouldNotBeTried(String password) {
        assertThat(Five9Site.refusal(
                                () -> Five9Credential.logIn(Five9Site.agent("alice", "1001", password), "trunkline"))
                        .code())
                .isEqualTo(Code.INVALID_DATA);
    }
}
