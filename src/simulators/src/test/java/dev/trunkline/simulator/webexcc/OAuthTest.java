package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.web.Form;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OAuth as in sheet 2.1. */
class OAuthTest extends AtTheDoor {
    private static final String BACK = "https://gateway.example.com/back";
    private static final String SUBSCRIBE = "/v1/notification/subscribe";

    private Map<String, String> asking() {
        Map<String, String> query = new HashMap<>();
        query.put("response_type", "code");
        query.put("client_id", rest.described().text("/clientId"));
        query.put("redirect_uri", BACK);
        query.put("scope", "cjp:user cjp:config_read");
        query.put("state", "s 1");
        return query;
    }

    private Rest.Reply authorize(Map<String, String> query) throws IOException {
        return rest.send(
                rest.bare("GET", "/v1/authorize?" + Rest.form(query), "").build());
    }

    private Form redirected(Map<String, String> query) throws IOException {
        Rest.Reply reply = authorize(query);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).startsWith(BACK);
        return Form.of(URI.create(reply.header("Location")).getRawQuery());
    }

    private Rest.Reply redeem(String code, String redirect) throws IOException {
        return rest.token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect));
    }

    private Rest.Reply granted() throws IOException {
        return redeem(redirected(asking()).get("code"), BACK);
    }

    private int subscribed(String token) throws IOException {
        return rest.withToken(token).post(SUBSCRIBE, "{}").status();
    }

    private String whose(String token) throws IOException {
        Rest.Reply reply = rest.withToken(token).post(SUBSCRIBE, "{}");
        try (Listener listener = new Listener(reply.text("/webSocketUrl"))) {
            return listener.first(frame -> Listener.family(frame).equals("Welcome"))
                    .at("/data/agentId")
                    .asText();
        }
    }

    @Test
    void codeShouldBecomeTokens() throws Exception {
        Rest.Reply granted = granted();

        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.text("/token_type")).isEqualTo("Bearer");
        assertThat(granted.json().path("expires_in").asInt()).isBetween(43_190, 43_200);
        assertThat(granted.json().path("refresh_token_expires_in").asInt()).isBetween(4_000_000, 5_184_000);
        assertThat(whose(granted.text("/access_token")))
                .isEqualTo(rest.described().agentId("alice"));
    }

    @Test
    void stateShouldComeBack() throws Exception {
        assertThat(redirected(asking()).get("state")).isEqualTo("s 1");
    }

    @Test
    void whoIsInTheBrowserShouldBeWhoIsSet() throws Exception {
        restartWith("browserUser", "erin");

        assertThat(whose(granted().text("/access_token")))
                .isEqualTo(rest.described().agentId("erin"));
    }

    @Test
    void codeShouldBeGoodOnce() throws Exception {
        String code = redirected(asking()).get("code");

        assertThat(redeem(code, BACK).status()).isEqualTo(200);
        assertThat(redeem(code, BACK).status()).isEqualTo(400);
    }

    @Test
    void codeShouldBelongToItsPlace() throws Exception {
        assertThat(redeem(redirected(asking()).get("code"), "https://elsewhere.example.com/")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void authorizationShouldKnowItsClient() throws Exception {
        Map<String, String> query = asking();
        query.put("client_id", "nobody");

        assertThat(authorize(query).status()).isBetween(400, 401);
    }

    @Test
    void onlyCodesShouldBeGivenToBrowsers() throws Exception {
        Map<String, String> query = asking();
        query.put("response_type", "token");
        Rest.Reply reply = authorize(query);

        assertThat(reply.header("Location")).doesNotContain("access_token");
        assertThat(reply.status() == 400 || reply.header("Location").contains("error="))
                .as(reply.toString())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob", "carol", "dave", "erin"})
    void standingRefreshTokenShouldBeItsAgents(String agent) throws Exception {
        String token = rest.refresh("refresh-" + agent).text("/access_token");

        assertThat(whose(token)).isEqualTo(rest.described().agentId(agent));
    }

    @Test
    void standingRefreshTokenShouldBeGoodAgainAndAgain() throws Exception {
        Rest.Reply first = rest.refresh("refresh-carol");
        Rest.Reply second = rest.refresh("refresh-carol");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/access_token")).isNotEqualTo(first.text("/access_token"));
    }

    @Test
    void tokenShouldHaveThreeFieldsWithTheOrganisationLast() throws Exception {
        String[] fields = rest.refresh("refresh-alice").text("/access_token").split("_");

        assertThat(fields).hasSize(3).doesNotContain("");
        assertThat(fields[2]).isEqualTo(rest.described().orgId());
    }

    @Test
    void refreshShouldAnswerAllThatAGrantDoes() throws Exception {
        Rest.Reply again = rest.refresh(granted().text("/refresh_token"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/refresh_token")).isNotEmpty();
        assertThat(again.json().path("expires_in").asInt()).isPositive();
        assertThat(again.json().path("refresh_token_expires_in").asInt()).isPositive();
        assertThat(subscribed(again.text("/access_token"))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"keep,200,true", "rotate,400,false"})
    void refreshTokenShouldStayOrRotateAsSet(String setting, int status, boolean same) throws Exception {
        restartWith("refreshTokens", setting);
        String first = granted().text("/refresh_token");
        String second = rest.refresh(first).text("/refresh_token");

        assertThat(second.equals(first)).isEqualTo(same);
        assertThat(rest.refresh(first).status()).isEqualTo(status);
        assertThat(rest.refresh(second).status()).isEqualTo(200);
    }

    @Test
    void refreshShouldLeaveTheOlderTokenGood() throws Exception {
        String older = rest.refresh("refresh-alice").text("/access_token");
        rest.refresh("refresh-alice");

        assertThat(subscribed(older)).isEqualTo(200);
    }

    @Test
    void unknownRefreshTokenShouldBeRefused() throws Exception {
        assertThat(rest.refresh("refresh-nobody").status()).isEqualTo(400);
        assertThat(rest.refresh("").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"nobody,secret-of-the-gateway", "gateway-client,wrong"})
    void clientShouldProveItself(String client, String secret) throws Exception {
        Rest.Reply reply = rest.tokenForm(Rest.form(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                "refresh-alice",
                "client_id",
                client,
                "client_secret",
                secret)));

        assertThat(reply.status()).isIn(400, 401);
        assertThat(reply.json().has("access_token")).isFalse();
    }

    @Test
    void clientShouldBeAsAgreed() {
        assertThat(rest.described().text("/clientId")).isEqualTo("gateway-client");
        assertThat(rest.described().text("/clientSecret")).isEqualTo("secret-of-the-gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "implicit", ""})
    void otherGrantsShouldBeRefused(String grant) throws Exception {
        assertThat(rest.token(Map.of("grant_type", grant, "username", "alice", "password", "secret"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tokenShouldEndWithItsLife() throws Exception {
        restartWith("tokenLife", "2s");
        Rest.Reply granted = rest.refresh("refresh-alice");
        assertThat(granted.json().path("expires_in").asInt()).isBetween(1, 2);

        Await.until("it has expired", () -> refused(granted.text("/access_token")));
        assertThat(subscribed(rest.refresh(granted.text("/refresh_token")).text("/access_token")))
                .isEqualTo(200);
    }

    @Test
    void refreshTokenShouldEndWithItsLife() throws Exception {
        restartWith("refreshLife", "1s");
        String refresh = granted().text("/refresh_token");

        Await.until("it has expired", () -> spent(refresh));
        assertThat(rest.refresh("refresh-alice").status()).isEqualTo(200);
    }

    private boolean refused(String token) {
        try {
            return rest.withToken(token)
                            .organisation("v2/organization-setting?agentView=true")
                            .status()
                    == 401;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean spent(String refreshToken) {
        try {
            return rest.refresh(refreshToken).status() == 400;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void revocationShouldEndTokensAndNotTheStandingOne() throws Exception {
        Rest.Reply granted = granted();
        new Control(simulators).post("/platforms/webexcc/faults", "{\"kind\":\"expire-auth\",\"agent\":\"alice\"}");

        assertThat(subscribed(granted.text("/access_token"))).isEqualTo(401);
        assertThat(rest.refresh(granted.text("/refresh_token")).status()).isEqualTo(400);
        assertThat(rest.refresh("refresh-alice").status()).isEqualTo(200);
    }

    @Test
    void revocationOfOneShouldNotHitAnother() throws Exception {
        String bobs = rest.refresh("refresh-bob").text("/access_token");
        new Control(simulators).post("/platforms/webexcc/faults", "{\"kind\":\"expire-auth\",\"agent\":\"alice\"}");

        assertThat(subscribed(bobs)).isEqualTo(200);
    }

    @Test
    void controlPlaneShouldGiveTokensWithoutABrowser() throws Exception {
        var given = new Control(simulators)
                .post("/platforms/webexcc/tokens", "{\"agent\":\"bob\"}")
                .json();

        assertThat(whose(given.path("token").asText()))
                .isEqualTo(rest.described().agentId("bob"));
        assertThat(rest.refresh(given.path("refreshToken").asText()).status()).isEqualTo(200);
    }

    @Test
    void missingScopeShouldBeForbidden() throws Exception {
        restartWith("scopes", "cjp:config_read");
        String token = rest.refresh("refresh-alice").text("/access_token");

        assertThat(subscribed(token)).isEqualTo(403);
        assertThat(rest.withToken(token)
                        .organisation("v2/tenant-configuration?agentView=true")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void scopeThatTheClientHasNotShouldNotBeGiven() throws Exception {
        Map<String, String> query = asking();
        query.put("scope", "cjp:user cjp:world_domination");

        assertThat(redirected(query).get("error")).isEqualTo("invalid_scope");
    }

    @Test
    void organisationShouldBeInAWebTokenWhereTokensAreThat() throws Exception {
        restartWith("jwtTokens", "true");
        String token = rest.refresh("refresh-alice").text("/access_token");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);

        assertThat(Rest.JSON.readTree(claims).path("realm").asText())
                .isEqualTo(rest.described().orgId());
        assertThat(subscribed(token)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401})
    void badGrantShouldHaveTheStatusThatIsSet(int status) throws Exception {
        restartWith("badGrantStatus", Integer.toString(status));

        assertThat(rest.refresh("refresh-nobody").status()).isEqualTo(status);
    }

    @Test
    void requestsWithoutAGoodTokenShouldBeRefused() throws Exception {
        for (String path : List.of(SUBSCRIBE, "/v1/tasks", "/v1/agents/reload", "/v1/agents/login")) {
            assertThat(rest.withToken("none").post(path, "{}").status())
                    .as(path)
                    .isEqualTo(401);
            assertThat(rest.send(rest.bare("POST", path, "{}").build()).status())
                    .as(path)
                    .isEqualTo(401);
        }
    }
}
