package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies, tokens and the refusals that look alike (sheet 2). */
class LoginTest {
    private static final String READY = "{\"operationName\":\"Ready\"}";
    private static final String TOKEN_REFUSED = "Missing or invalid Csrf token";

    private Simulators simulators;
    private Rest rest;

    @BeforeEach
    void start() {
        start(Quick.options());
    }

    private void start(Options options) {
        simulators = Simulators.start(options);
        rest = new Rest(simulators);
    }

    private void restartWith(String name, Object value) {
        close();
        start(Quick.options().with(name, value));
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    private Rest.Reply ready() throws IOException {
        return rest.post("me/channels/voice", READY);
    }

    private void fault(String fault) {
        assertThat(new Control(simulators).post("/platforms/gws/faults", fault).status())
                .isEqualTo(202);
    }

    @Test
    void versionShouldNeedNoLogin() throws Exception {
        Rest.Reply reply = rest.get("diagnostics/version");

        assertThat(reply.json().toString()).isEqualTo("{\"statusCode\":0,\"version\":\"8.5.202.96\"}");
        assertThat(rest.cookies()).isEmpty();
    }

    @Test
    void strangersShouldBeDenied() throws Exception {
        Rest.Reply reply = rest.get("me");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().toString()).isEqualTo("{\"statusCode\":20,\"statusMessage\":\"Access denied\"}");
        assertThat(rest.signIn("alice", "wrong").code()).isEqualTo("403 20");
        assertThat(rest.signIn("nobody").code()).isEqualTo("403 20");
        assertThat(rest.cookies()).isEmpty();
    }

    @Test
    void basicShouldOpenASessionThatCookiesGoOnWith() throws Exception {
        Rest.Reply reply = rest.signIn("alice");

        assertThat(reply.text("/user/userName")).isEqualTo("alice");
        assertThat(rest.cookies()).containsOnlyKeys("JSESSIONID", "AWSELB");
        assertThat(rest.get("me").text("/user/id")).isEqualTo(reply.text("/user/id"));
        assertThat(rest.get("me").response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSESSIONID", "AWSELB"})
    void lostCookieShouldBeALostSession(String cookie) throws Exception {
        rest.signIn("alice");
        rest.cookies().remove(cookie);

        assertThat(rest.get("me").code()).isEqualTo("403 20");
    }

    @Test
    void balancerShouldBeAbsentWhereThereIsNone() throws Exception {
        restartWith("gws.balancerCookie", false);
        rest.signIn("alice");

        assertThat(rest.cookies()).containsOnlyKeys("JSESSIONID");
        assertThat(rest.get("me").status()).isEqualTo(200);
    }

    @Test
    void answersToReadingShouldTellTheToken() throws Exception {
        Rest.Reply reply = rest.signIn("alice");

        assertThat(reply.header("X-CSRF-HEADER")).isEqualTo("X-CSRF-TOKEN");
        assertThat(reply.header("X-CSRF-TOKEN"))
                .isNotBlank()
                .isEqualTo(rest.get("me").header("X-CSRF-TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another"})
    void wrongTokenShouldBeRefusedInAnotherForm(String token) throws Exception {
        rest.signIn("alice");
        rest.csrf(token);
        Rest.Reply reply = ready();

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains(TOKEN_REFUSED);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(rest.get("me").status()).isEqualTo(200);
    }

    @Test
    void tokenOfAnotherSessionShouldBeWrong() throws Exception {
        Rest other = new Rest(simulators);
        other.signIn("bob");
        rest.signIn("alice");
        rest.csrf(other.csrf());

        assertThat(ready().body()).contains(TOKEN_REFUSED);
    }

    @Test
    void lostSessionShouldLookLikeAWrongTokenToWhoeverChanges() throws Exception {
        rest.signIn("alice");
        rest.cookies().clear();

        assertThat(ready().body()).contains(TOKEN_REFUSED);
    }

    @Test
    void lostSessionShouldBeALostSessionWhereItIsAskedForFirst() throws Exception {
        restartWith("gws.csrfFirst", false);
        rest.signIn("alice");
        rest.cookies().clear();

        assertThat(ready().code()).isEqualTo("403 20");
    }

    @Test
    void tokensShouldNotBeWantedWhereTheyAreOff() throws Exception {
        restartWith("gws.csrf", false);
        Rest.Reply reply = rest.signIn("alice");
        rest.csrf("");

        assertThat(reply.header("X-CSRF-HEADER")).isEmpty();
        assertThat(ready().text("/statusCode")).isEqualTo("2");
    }

    @Test
    void rotatedTokenShouldBeToldByTheNextReading() throws Exception {
        rest.signIn("alice");
        fault("{\"kind\":\"rotate-csrf\",\"agent\":\"alice\"}");

        assertThat(ready().body()).contains(TOKEN_REFUSED);
        rest.get("me");
        assertThat(ready().text("/statusCode")).isEqualTo("2");
    }

    @Test
    void everyBasicWithoutCookiesShouldOpenAnotherSession() throws Exception {
        rest.signIn("alice");
        String first = rest.cookies().get(Rest.SESSION);
        Rest other = new Rest(simulators);
        other.signIn("alice");

        assertThat(other.cookies().get(Rest.SESSION)).isNotEqualTo(first);
        assertThat(rest.get("me").status()).isEqualTo(200);
    }

    @Test
    void secondSessionShouldEndTheFirstWhereOnlyOneMayBe() throws Exception {
        restartWith("gws.severalSessions", false);
        rest.signIn("alice");
        new Rest(simulators).signIn("alice");

        assertThat(rest.get("me").code()).isEqualTo("403 20");
    }

    @Test
    void basicOnAChangeWithoutCookiesShouldLackItsToken() throws Exception {
        Rest.Reply reply = rest.send(rest.request("/api/v2/me/channels/voice")
                .header("Authorization", Rest.basic("alice", "secret"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(READY))
                .build());

        assertThat(reply.body()).contains(TOKEN_REFUSED);
    }

    @Test
    void idleSessionShouldEnd() throws Exception {
        restartWith("gws.sessionIdle", "0ms");
        rest.signIn("alice");

        assertThat(rest.get("me").code()).isEqualTo("403 20");
    }

    @Test
    void expiredSessionShouldComeBackWithThePassword() throws Exception {
        rest.signIn("alice");
        fault("{\"kind\":\"expire-session\",\"agent\":\"alice\"}");

        assertThat(rest.get("me").code()).isEqualTo("403 20");
        assertThat(rest.signIn("alice").status()).isEqualTo(200);
    }

    @Test
    void expiredSignInShouldNotComeBackAtOnce() throws Exception {
        rest.signIn("alice");
        fault("{\"kind\":\"expire-auth\",\"agent\":\"alice\",\"count\":2}");

        assertThat(rest.get("me").code()).isEqualTo("403 20");
        assertThat(rest.signIn("alice").code()).isEqualTo("403 20");
        assertThat(rest.signIn("alice").code()).isEqualTo("403 20");
        assertThat(rest.signIn("alice").status()).isEqualTo(200);
    }

    @Test
    void takenCookieShouldLeaveNobodySignedIn() throws Exception {
        rest.signIn("alice");
        fault("{\"kind\":\"lose-cookie\",\"agent\":\"alice\"}");

        assertThat(rest.get("me").status()).isEqualTo(200);
        assertThat(rest.cookies()).doesNotContainKey(Rest.SESSION);
        assertThat(rest.get("me").code()).isEqualTo("403 20");
    }

    @Test
    void endOfWorkShouldEndTheSession() throws Exception {
        rest.signIn("alice");
        Rest.Reply reply = rest.post("me", "{\"operationName\":\"EndContactCenterSession\"}");

        assertThat(reply.code()).isEqualTo("200 0");
        assertThat(rest.get("me").code()).isEqualTo("403 20");
    }
}
