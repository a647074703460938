package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in: two hosts, metadata, two policies (sheet 1.2, 2.1, 9.1.1, 9.1.2). */
class LoginTest extends LoggedOut {
    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private String address(String name) {
        return new Control(simulators)
                .get("/platforms/five9")
                .json()
                .at("/addresses/" + name)
                .asText();
    }

    @Test
    void answerShouldNameWhoAndWhere() throws Exception {
        Rest.Reply reply = rest.logIn("alice");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/tokenId")).isNotEmpty();
        assertThat(reply.json().path("userId").isTextual()).isTrue();
        assertThat(reply.text("/userId")).matches("[0-9]{1,15}");
        assertThat(reply.text("/orgId")).matches("[0-9]{1,15}");
        assertThat(reply.json().at("/context/farmId").isTextual()).isTrue();
        assertThat(reply.text("/context/farmId")).matches("[0-9]+");
    }

    @Test
    void metadataShouldHaveOneActiveDataCentreWithPortsAsStrings() throws Exception {
        JsonNode centres = rest.logIn("alice").json().path("metadata").path("dataCenters");

        assertThat(centres.size()).isGreaterThanOrEqualTo(2);
        assertThat(each(centres).filter(one -> one.path("active").asBoolean())).hasSize(1);
        for (JsonNode centre : centres) {
            assertThat(centre.path("name").asText()).isNotEmpty();
            for (String urls : new String[] {"apiUrls", "uiUrls", "loginUrls"}) {
                JsonNode url = centre.path(urls).path(0);
                assertThat(url.path("host").asText()).as(urls).isEqualTo("localhost");
                assertThat(url.path("port").isTextual()).as(urls).isTrue();
                assertThat(url.path("routeKey").asText()).as(urls).isNotEmpty();
                assertThat(url.path("version").asText()).as(urls).isNotEmpty();
            }
        }
    }

    @Test
    void agentsShouldBeginOnAtlanta() throws Exception {
        rest.logIn("alice");

        assertThat(rest.host()).isEqualTo(address("atlanta")).isNotEqualTo(rest.loginHost());
        assertThat(address("santaClara")).isNotEqualTo(address("atlanta"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void metadataShouldBeReadableAtBothHosts(boolean atLoginHost) throws Exception {
        Rest.Reply reply = rest.logIn("alice");
        if (atLoginHost) {
            rest.host(rest.loginHost());
        }
        Rest.Reply again = rest.get("auth/metadata");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("metadata")).isEqualTo(reply.json().path("metadata"));
        assertThat(again.text("/userId")).isEqualTo(rest.userId());
        assertThat(again.text("/orgId")).isEqualTo(rest.orgId());
        assertThat(again.text("/context/farmId")).isEqualTo(rest.farm());
    }

    @Test
    void peopleShouldBeOfOneOrganisationAndNotTheSame() throws Exception {
        rest.logIn("alice");
        Rest bob = new Rest(simulators);
        bob.logIn("bob");

        assertThat(bob.orgId()).isEqualTo(rest.orgId());
        assertThat(bob.userId()).isNotEqualTo(rest.userId());
        assertThat(bob.token()).isNotEqualTo(rest.token());
    }

    @ParameterizedTest
    @CsvSource({"alice,wrong", "alice,''", "nobody,secret", "'',secret", "alice,Secret"})
    void wrongPasswordShouldBeRefused(String user, String password) throws Exception {
        Rest.Reply reply = rest.logInWith(Rest.loginBody(user, password, "ForceIn"));

        assertThat(reply.ok()).isFalse();
        assertThat(reply.status()).isLessThan(500);
        assertThat(reply.message()).isNotEmpty();
        assertThat(reply.body()).doesNotContain("tokenId");
        assertThat(reply.header("Set-Cookie").toLowerCase(Locale.ROOT)).doesNotContain("domain=");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 435})
    void statusOfAWrongPasswordShouldBeAsSet(int status) throws Exception {
        restartWith("five9.loginFailure", status);

        assertThat(rest.logInWith(Rest.loginBody("alice", "wrong", "AttachExisting"))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"passwordCredentials\":{\"username\":\"alice\",\"password\":\"secret\"},\"policy\":\"PushAside\"}",
                "{\"passwordCredentials\":\"alice\",\"policy\":\"ForceIn\"}"
            })
    void bodyThatIsNoneShouldBeRefused(String body) throws Exception {
        Rest.Reply reply = rest.logInWith(body);

        assertThat(reply.status()).isBetween(400, 499);
    }

    @Test
    void nameOfTheApplicationMayBeLeftOut() throws Exception {
        Rest.Reply reply = rest.logInWith(
                Rest.loginBody("alice", "secret", "AttachExisting").replace("\"appKey\":\"tests\",", ""));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void dataCentreShouldLetNobodyInWhoIsNotLoggedIn() throws Exception {
        rest.host(address("atlanta"));
        Rest.Reply reply = rest.get("agents/1/login_state");

        assertThat(reply.error()).isEqualTo("401 401");
        assertThat(reply.message()).isEqualTo("User is not logged in");
    }

    @Test
    void agentShouldBeHimself() throws Exception {
        rest.logIn("alice");
        Rest bob = new Rest(simulators);
        bob.logIn("bob");

        assertThat(rest.get("agents/" + bob.userId() + "/login_state").ok()).isFalse();
        assertThat(rest.get("agents/" + bob.userId() + "/interactions/calls").ok())
                .isFalse();
        assertThat(rest.get("agents/none/login_state").ok()).isFalse();
    }

    @Test
    void attachingShouldJoinTheSessionThatIsThere() throws Exception {
        Worker alice = Worker.atWork(simulators, "alice");
        Rest second = new Rest(simulators);
        second.logIn("alice", "AttachExisting");

        assertThat(second.loginState()).isEqualTo("WORKING");
        assertThat(alice.rest().loginState()).isEqualTo("WORKING");
        assertThat(alice.arrived()).isEmpty();
        alice.close();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false"})
    void attachedSessionShouldHaveTheSameTokenWhereItHas(boolean setting, boolean same) throws Exception {
        restartWith("five9.attachSharesToken", setting);
        rest.logIn("alice");
        Rest second = new Rest(simulators);
        second.logIn("alice", "AttachExisting");

        assertThat(second.token().equals(rest.token())).isEqualTo(same);
        assertThat(rest.agent("login_state").status()).isEqualTo(200);
        assertThat(second.agent("login_state").status()).isEqualTo(200);
    }

    @Test
    void attachedClientShouldHearTheSameCalls() throws Exception {
        Worker alice = Worker.atWork(simulators, "alice");
        Worker beside = Worker.loggedIn(simulators, "alice");
        alice.dial(Quick.NUMBER);

        assertThat(beside.call("TALKING").path("id"))
                .isEqualTo(alice.call("TALKING").path("id"));
        alice.close();
        beside.close();
    }

    @Test
    void forcingInShouldThrowTheOlderOut() throws Exception {
        Worker alice = Worker.atWork(simulators, "alice");
        Rest second = new Rest(simulators);
        assertThat(second.logIn("alice", "ForceIn").status()).isEqualTo(200);

        alice.socket().awaitClosed();
        Rest.Reply reply = alice.rest().agent("login_state");
        assertThat(reply.error()).isEqualTo("401 401");
        assertThat(reply.message()).isEqualTo("User is not logged in");
        assertThat(second.agent("login_state").status()).isEqualTo(200);
        assertThat(Socket.handshake(alice.rest(), "/appsvcs/ws/old")).isEqualTo(401);
        alice.close();
    }

    @Test
    void forcingInShouldDisturbNobodyElse() throws Exception {
        Worker bob = Worker.atWork(simulators, "bob");
        rest.logIn("alice", "ForceIn");

        assertThat(bob.rest().loginState()).isEqualTo("WORKING");
        assertThat(bob.arrived()).isEmpty();
        bob.close();
    }

    @Test
    void logoutShouldEndTheSession() throws Exception {
        Worker alice = Worker.atWork(simulators, "alice");
        assertThat(alice.rest().send("POST", "auth/logout", "").ok()).isTrue();

        alice.socket().awaitClosed();
        assertThat(alice.rest().agent("login_state").error()).isEqualTo("401 401");
        alice.close();
    }

    @Test
    void logoutShouldEndTheDesktopsSessionToo() throws Exception {
        rest.logIn("alice");
        Rest second = new Rest(simulators);
        second.logIn("alice", "AttachExisting");
        second.send("POST", "auth/logout", "");

        assertThat(rest.agent("login_state").error()).isEqualTo("401 401");
    }

    @Test
    void freshSessionShouldNeedAMomentWhereItDoes() throws Exception {
        restartWith("five9.spread", "300ms");
        rest.logIn("alice");

        assertThat(rest.agent("login_state").error()).isEqualTo("401 401");
        Await.until("the session has spread", () -> letsIn(rest));
    }

    private static boolean letsIn(Rest rest) {
        try {
            return rest.agent("login_state").ok();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void lateLogInShouldBeAFaultToo() throws Exception {
        fault("{\"kind\":\"late-login\",\"seconds\":3}");
        assertThat(rest.logIn("alice").status()).isEqualTo(200);

        assertThat(rest.agent("login_state").error()).isEqualTo("401 401");
        Await.until("the session has spread", () -> letsIn(rest));
    }

    @Test
    void sessionShouldEndWithItsLife() throws Exception {
        restartWith("five9.sessionLife", "0ms");
        rest.logIn("alice");

        assertThat(rest.agent("login_state").error()).isEqualTo("401 401");
    }

    @Test
    void expiredSessionShouldComeBackWithThePassword() throws Exception {
        rest.logIn("alice");
        fault("{\"kind\":\"expire-auth\",\"agent\":\"alice\"}");

        assertThat(rest.agent("login_state").error()).isEqualTo("401 401");
        Await.until("he is let in", () -> letsInAgain(rest));
    }

    private static boolean letsInAgain(Rest rest) {
        try {
            return rest.logIn("alice").ok() && rest.agent("login_state").ok();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void addressesShouldBeThreeDifferentOnes() {
        assertThat(Stream.of("login", "atlanta", "santaClara")
                        .map(this::address)
                        .map(URI::create)
                        .map(URI::getPort)
                        .distinct())
                .hasSize(3)
                .allMatch(port -> port > 0);
    }
}
