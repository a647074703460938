package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.web.Form;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OAuth as in sheet 2.1. */
class LoginTest {
    private static final String REDIRECT = "https://gateway.example.com/back";

    private Simulators simulators;
    private Rest rest;
    private JsonNode clients;

    @BeforeEach
    void start() {
        start(Quick.start());
    }

    private void start(Simulators started) {
        simulators = started;
        rest = new Rest(simulators, "none");
        clients = new Control(simulators).get("/platforms/genesys").json().path("clients");
    }

    private void restartWith(String name, String value) {
        simulators.close();
        start(Simulators.start(Quick.options().with(name, value)));
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    private String client(String name) {
        return clients.path(name).asText();
    }

    private Rest.Reply byCodeClient(String form) throws IOException {
        return rest.form(client("clientId"), client("clientSecret"), form);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Form browse(String query) throws IOException {
        Rest.Reply reply = rest.send(rest.request("/oauth/authorize?redirect_uri=" + encoded(REDIRECT) + "&" + query)
                .build());
        assertThat(reply.status()).isEqualTo(302);
        URI back = URI.create(reply.header("Location"));
        assertThat(back.toString()).startsWith(REDIRECT);
        return Form.of(back.getRawFragment() == null ? back.getRawQuery() : back.getRawFragment());
    }

    private String code(String more) throws IOException {
        return browse("client_id=" + client("clientId") + "&response_type=code" + more)
                .get("code");
    }

    private Rest.Reply redeem(String code) throws IOException {
        return byCodeClient("redirect_uri=" + encoded(REDIRECT) + "&code=" + code + "&grant_type=authorization_code");
    }

    @Test
    void codeShouldBecomeTokensOnce() throws Exception {
        String code = code("&login_hint=example%3Abob%40example.com");
        Rest.Reply granted = redeem(code);

        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.text("/token_type")).isEqualTo("bearer");
        assertThat(granted.json().path("expires_in").asInt()).isEqualTo(86_399);
        assertThat(granted.json().has("refresh_token")).isTrue();
        assertThat(new Rest(simulators, granted.text("/access_token"))
                        .get("users/me")
                        .text("/name"))
                .isEqualTo("Bob Tanaka");
        assertThat(redeem(code).text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void stateShouldComeBackAndOrganisationNeedsItsProvider() throws Exception {
        assertThat(browse("client_id=" + client("clientId") + "&response_type=code&state=a%20b")
                        .get("state"))
                .isEqualTo("a b");
        assertThat(browse("client_id=" + client("clientId") + "&response_type=code&org=example")
                        .get("error"))
                .isEqualTo("invalid_request");
        assertThat(browse("client_id=" + client("clientId") + "&response_type=code&login_hint=example:nobody@x.org")
                        .get("error"))
                .isEqualTo("access_denied");
    }

    @Test
    void whoComesWithoutAHintShouldBeWhomTheBrowserKnows() throws Exception {
        restartWith("genesys.browserUser", "erin");

        assertThat(new Rest(simulators, redeem(code("")).text("/access_token"))
                        .get("users/me")
                        .text("/name"))
                .isEqualTo("Erin Vargas");
    }

    @Test
    void codeShouldBelongToItsPlace() throws Exception {
        String form = "grant_type=authorization_code&code=" + code("") + "&redirect_uri=https%3A%2F%2Felsewhere.org";

        assertThat(byCodeClient(form).text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void publicClientShouldProveItselfByItsVerifier() throws Exception {
        String verifier = "a-verifier-of-at-least-forty-three-characters-1";
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
        String query = "client_id=" + client("publicClientId")
                + "&response_type=code&code_challenge_method=S256&code_challenge=" + challenge;
        String form = "grant_type=authorization_code&redirect_uri=" + encoded(REDIRECT) + "&client_id="
                + client("publicClientId") + "&code=";

        Rest.Reply granted = rest.form("", "", form + browse(query).get("code") + "&code_verifier=" + verifier);
        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.json().has("refresh_token")).isFalse();
        assertThat(rest.form("", "", form + browse(query).get("code") + "&code_verifier=another")
                        .text("/error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void publicClientShouldRefreshWhereThatIsAllowed() throws Exception {
        restartWith("genesys.refreshForPublicClients", "true");
        String refresh = "grant_type=refresh_token&refresh_token=refresh-alice&client_id=" + client("publicClientId");

        assertThat(rest.form("", "", refresh).status()).isEqualTo(200);
        restartWith("genesys.refreshForPublicClients", "false");
        assertThat(rest.form("", "", refresh).text("/error")).isEqualTo("unauthorized_client");
    }

    @Test
    void refreshTokenShouldRotate() throws Exception {
        String first = redeem(code("")).text("/refresh_token");
        Rest.Reply second = byCodeClient("refresh_token=" + first + "&grant_type=refresh_token");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/refresh_token")).isNotEqualTo(first);
        Rest.Reply again = byCodeClient("grant_type=refresh_token&refresh_token=" + first);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text("/error")).isEqualTo("invalid_grant");
        assertThat(again.text("/description")).isNotEmpty();
    }

    @Test
    void refreshTokenShouldStayGoodWhereItIsKept() throws Exception {
        restartWith("genesys.refreshTokens", "keep");
        String first = redeem(code("")).text("/refresh_token");
        byCodeClient("grant_type=refresh_token&refresh_token=" + first);

        assertThat(byCodeClient("grant_type=refresh_token&refresh_token=" + first)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void standingRefreshTokenShouldSignInAgainAndAgain() throws Exception {
        String form = "grant_type=refresh_token&refresh_token=refresh-carol";
        byCodeClient(form);

        Rest.Reply again = byCodeClient(form);
        assertThat(new Rest(simulators, again.text("/access_token"))
                        .get("users/me")
                        .text("/username"))
                .isEqualTo("carol@example.com");
        assertThat(again.text("/refresh_token")).isNotEqualTo("refresh-carol");
    }

    @Test
    void statusOfABadGrantShouldBeEither() throws Exception {
        restartWith("genesys.badGrantStatus", "401");

        assertThat(byCodeClient("grant_type=refresh_token&refresh_token=none").status())
                .isEqualTo(401);
    }

    @Test
    void clientCredentialsShouldHaveNoUser() throws Exception {
        Rest.Reply granted =
                rest.form(client("serverClientId"), client("serverClientSecret"), "grant_type=client_credentials");
        Rest server = new Rest(simulators, granted.text("/access_token"));

        assertThat(granted.json().has("refresh_token")).isFalse();
        assertThat(server.get("users/me").error()).isEqualTo("400 not.a.user");
        assertThat(server.post("conversations/calls", "{\"phoneNumber\":\"+13125550142\"}")
                        .error())
                .isEqualTo("400 not.a.user");
        assertThat(server.get("tokens/me").text("/OAuthClient/id")).isEqualTo(client("serverClientId"));
    }

    @Test
    void assertionShouldSignInWhomItNames() throws Exception {
        String assertion = Base64.getEncoder()
                .encodeToString("<saml:Assertion><saml:NameID>dave@example.com</saml:NameID></saml:Assertion>"
                        .getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=" + encoded("urn:ietf:params:oauth:grant-type:saml2-bearer") + "&orgName=example";

        Rest.Reply granted = byCodeClient(form + "&assertion=" + encoded(assertion));
        assertThat(granted.json().has("refresh_token")).isFalse();
        assertThat(new Rest(simulators, granted.text("/access_token"))
                        .get("users/me")
                        .text("/name"))
                .isEqualTo("Dave Okonkwo");
        assertThat(byCodeClient(form + "&assertion=bm9ib2R5").text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void implicitGrantShouldGiveItsTokenInTheFragment() throws Exception {
        Form back = browse("client_id=" + client("clientId") + "&response_type=token&state=s");

        assertThat(back.get("state")).isEqualTo("s");
        assertThat(new Rest(simulators, back.get("access_token"))
                        .get("users/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void mistakesShouldHaveTheirWords() throws Exception {
        assertThat(rest.form(client("clientId"), "wrong", "grant_type=client_credentials")
                        .status())
                .isEqualTo(401);
        assertThat(rest.form(client("clientId"), "wrong", "grant_type=client_credentials")
                        .text("/error"))
                .isEqualTo("invalid_client");
        assertThat(byCodeClient("grant_type=client_credentials").text("/error")).isEqualTo("unauthorized_client");
        assertThat(byCodeClient("grant_type=password&username=alice&password=secret")
                        .text("/error"))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void tokenShouldEndWithItsTime() throws Exception {
        restartWith("genesys.tokenLife", "1500ms");
        Rest alice = new Rest(simulators, redeem(code("")).text("/access_token"));

        assertThat(alice.send("HEAD", "tokens/me", "").status()).isEqualTo(200);
        Await.until("the token has expired", () -> unauthorized(alice));
        assertThat(alice.get("users/me").error()).isEqualTo("401 bad.credentials");
    }

    private static boolean unauthorized(Rest rest) {
        try {
            return rest.send("HEAD", "tokens/me", "").status() == 401;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void logoutShouldEndAccessAndRefresh() throws Exception {
        Rest.Reply granted = redeem(code(""));
        Rest alice = new Rest(simulators, granted.text("/access_token"));

        assertThat(alice.delete("tokens/me").status()).isEqualTo(200);
        assertThat(alice.get("users/me").error()).isEqualTo("401 bad.credentials");
        assertThat(byCodeClient("grant_type=refresh_token&refresh_token=" + granted.text("/refresh_token"))
                        .text("/error"))
                .isEqualTo("invalid_grant");
    }
}
