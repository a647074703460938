package dev.trunkline.port.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Credential;
import dev.trunkline.port.oauth.Grant.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantTest {
    @ParameterizedTest
    @CsvSource({
        "plain-token, REFRESH, plain-token",
        "refresh:plain-token, REFRESH, plain-token",
        "code:abc, CODE, abc",
        "access:abc, ACCESS, abc",
        "saml:abc, SAML, abc"
    })
    void credentialShouldSayWhatItIs(String text, Kind kind, String secret) {
        Grant credential = Grant.of(new Credential(text));
        assertThat(credential.kind()).isEqualTo(kind);
        assertThat(credential.secret()).isEqualTo(secret);
        assertThat(credential.toString()).doesNotContain(secret);
    }

    @Test
    void formShouldHoldWhatTheStandardSaysAndRoomForMore() {
        assertThat(form("r"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("grant_type", "refresh_token", "refresh_token", "r"));
        assertThat(form("code:c"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("grant_type", "authorization_code", "code", "c"));
        assertThat(form("client:")).containsExactlyEntriesOf(Map.of("grant_type", "client_credentials"));
        assertThat(form("saml:a")).containsEntry("assertion", "a").hasSize(2);
        assertThat(form("r").put("redirect_uri", "x")).isNull();
    }

    private static Map<String, String> form(String credential) {
        return Grant.of(new Credential(credential)).form();
    }
}
