package dev.trunkline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenVerifierTest {
    private static final TokenForge FORGE = new TokenForge();
    private final TokenVerifier verifier = new TokenVerifier(
            TokenForge.ISSUER, TokenForge.AUDIENCE, Set.of("RS256", "ES256"), new ImmutableJWKSet<>(FORGE.published()));

    private Caller verify(String token) {
        return verifier.verify(token, "192.0.2.7", true);
    }

    @Test
    void goodTokenShouldSayWhoIsCalling() {
        Caller caller = verify(FORGE.rsa(TokenForge.claims()));

        assertThat(caller.key()).hasToString("default/alice");
        assertThat(caller.roles()).containsExactly(Role.AGENT);
        assertThat(caller.address()).isEqualTo("192.0.2.7");
        assertThat(caller.encrypted()).isTrue();
    }

    @Test
    void eachConfiguredAlgorithmShouldBeAccepted() {
        assertThat(verify(FORGE.ec(TokenForge.claims())).key().agent()).isEqualTo("alice");
        assertThat(verify(FORGE.type("at+jwt")).key().agent()).isEqualTo("alice");
    }

    @Test
    void clockOfTheIssuerShouldBeAllowedSixtySeconds() {
        assertThat(verify(FORGE.rsa(TokenForge.expiring(-50))).roles()).isNotEmpty();
        assertThat(verify(FORGE.rsa(TokenForge.notBefore(50))).roles()).isNotEmpty();
    }

    @Test
    void groupsThatAreNotOursShouldGiveNoRole() {
        JWTClaimsSet.Builder stranger = TokenForge.claims().claim("groups", List.of("Agent ", "admins"));

        assertThat(verify(FORGE.rsa(stranger)).roles()).isEmpty();
        assertThat(verify(FORGE.rsa(TokenForge.claims().claim("groups", null))).roles())
                .isEmpty();
    }

    @Test
    void theOneTenantMayBeNamed() {
        assertThat(verify(FORGE.rsa(TokenForge.claims().claim("tenant", "default")))
                        .key()
                        .tenant())
                .isEqualTo("default");
    }

    static Stream<Named<Supplier<String>>> badTokens() {
        return Stream.of(
                Named.of("no signature", TokenForge::unsigned),
                Named.of("public key as a secret", FORGE::hmacWithPublicKey),
                Named.of("key in the header", FORGE::keyInHeader),
                Named.of("algorithm that is not configured", () -> FORGE.algorithm(JWSAlgorithm.RS512)),
                Named.of("another issuer", () -> FORGE.rsa(TokenForge.claims().issuer("https://evil.example.net"))),
                Named.of("another audience", () -> FORGE.rsa(TokenForge.claims().audience("billing"))),
                Named.of("no issuer", () -> FORGE.rsa(TokenForge.claims().issuer(null))),
                Named.of("no audience", () -> FORGE.rsa(TokenForge.claims().audience((String) null))),
                Named.of("expired", () -> FORGE.rsa(TokenForge.expiring(-70))),
                Named.of("no expiry", () -> FORGE.rsa(TokenForge.claims().expirationTime(null))),
                Named.of("not yet", () -> FORGE.rsa(TokenForge.notBefore(90))),
                Named.of("no subject", () -> FORGE.rsa(TokenForge.claims().subject(null))),
                Named.of("blank subject", () -> FORGE.rsa(TokenForge.claims().subject(" "))),
                Named.of("endless subject", () -> FORGE.rsa(TokenForge.claims().subject("a".repeat(129)))),
                Named.of(
                        "blank around the subject",
                        () -> FORGE.rsa(TokenForge.claims().subject("alice "))),
                Named.of(
                        "tenant that is no text",
                        () -> FORGE.rsa(TokenForge.claims().claim("tenant", 1))),
                Named.of("critical header that nobody knows", FORGE::critical),
                Named.of("key of another kind", () -> FORGE.keyId("ec-1")),
                Named.of("another tenant", () -> FORGE.rsa(TokenForge.claims().claim("tenant", "acme"))),
                Named.of("unknown key", () -> FORGE.keyId("rsa-2")),
                Named.of("another kind of token", () -> FORGE.type("logout+jwt")),
                Named.of("tampered", FORGE::tampered),
                Named.of("not a token", () -> "x.y.z"),
                Named.of("endless", () -> "x".repeat(9_000)));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void badTokenShouldBeRefusedWithoutSayingWhy(Supplier<String> token) {
        assertThatThrownBy(() -> verify(token.get())).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(Code.AUTH_REQUIRED);
            assertThat(refused.refusal().detail()).isEqualTo("the token is not valid");
        });
    }

    @Test
    void sharedSecretShouldNotBeConfigurable() {
        assertThatThrownBy(() -> new TokenVerifier(
                        TokenForge.ISSUER,
                        TokenForge.AUDIENCE,
                        Set.of("HS256"),
                        new ImmutableJWKSet<>(FORGE.published())))
                .hasMessageContaining("trunkline.jwt.algorithms");
    }
}
