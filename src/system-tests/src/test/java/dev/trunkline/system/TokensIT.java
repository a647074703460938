package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are not quite right (contract 14.1, RFC 8725), made with the gateway's own key so that only the rule is left to refuse. */
@OnSharedSite
class TokensIT {
    private static final int HOUR = 3_600;

    private static TokenForgery forgery() {
        return TokenForgery.withKeyOf(SharedSite.site().installation().data());
    }

    private static int status(String token) {
        return SharedSite.person("alice").withToken(token).get("agents/me").statusCode();
    }

    @Test
    void forgedButGoodTokenShouldBeTaken() {
        assertThat(status(forgery().token())).isEqualTo(200);
        assertThat(status(forgery().claim("tenant", "default").token())).isEqualTo(200);
        assertThat(status(forgery().seconds("exp", -30).token()))
                .as("within the skew")
                .isEqualTo(200);
        assertThat(status(forgery().seconds("nbf", 30).token()))
                .as("within the skew")
                .isEqualTo(200);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("no signature", forgery().header("alg", "none").unsigned()),
                Arguments.of("no signature, though it says so", forgery().unsigned()),
                Arguments.of(
                        "the public key as a secret",
                        forgery().header("alg", "HS256").signedWithPublicKey()),
                Arguments.of(
                        "another algorithm", forgery().header("alg", "ES384").token()),
                Arguments.of("unknown key", forgery().header("kid", "other").token()),
                Arguments.of(
                        "another kind of token",
                        forgery().header("typ", "logout+jwt").token()),
                Arguments.of(
                        "critical header that nobody knows",
                        forgery().critical("hush").token()),
                Arguments.of("another issuer", forgery().claim("iss", "evil").token()),
                Arguments.of("no issuer", forgery().claim("iss", "").token()),
                Arguments.of(
                        "another audience", forgery().claim("aud", "billing").token()),
                Arguments.of("no audience", forgery().claim("aud", "").token()),
                Arguments.of("expired", forgery().seconds("exp", -90).token()),
                Arguments.of("no expiry", forgery().claim("exp", "").token()),
                Arguments.of("not yet good", forgery().seconds("nbf", HOUR).token()),
                Arguments.of("no subject", forgery().claim("sub", "").token()),
                Arguments.of("blank subject", forgery().claim("sub", " ").token()),
                Arguments.of(
                        "endless subject",
                        forgery().claim("sub", "a".repeat(129)).token()),
                Arguments.of("another tenant", forgery().claim("tenant", "acme").token()),
                Arguments.of("a word changed", forgery().token().replaceFirst("\\.ey", ".ez")),
                Arguments.of("signature cut", forgery().token().replaceFirst(".{4}$", "")),
                Arguments.of("a fourth part", forgery().token() + ".x"),
                Arguments.of("huge", "x".repeat(7_500)),
                Arguments.of("nothing", " "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void badTokenShouldBeRefusedWithoutSayingWhy(String name, String token) {
        var answer = SharedSite.person("alice").withToken(token).get("agents/me");
        assertThat(Refused.of(answer, 401)).isEqualTo("AUTH_REQUIRED");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(Contract.json(answer.body()).path("detail").asText())
                .isIn("the token is not valid", "a bearer token is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Agent", "agents", "root", ""})
    void groupThatIsNotOursShouldGiveNoRight(String group) {
        var answer = SharedSite.person("alice")
                .withToken(forgery().group(group).token())
                .get("agents/me");
        assertThat(Refused.of(answer, 403)).isEqualTo("FORBIDDEN");
    }
}
