package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.five9.Rest.Style;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** By what a request is known to be of somebody who is logged in (sheet 2.2, 3.5). */
class GateTest extends LoggedOut {
    private static final String NOT_LOGGED_IN = "User is not logged in";

    private int read() throws IOException {
        return rest.agent("login_state").status();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void eachWayShouldDo(Style style) throws Exception {
        rest.by(style).logIn("alice");

        assertThat(read()).isEqualTo(200);
        assertThat(Socket.handshake(rest, "/appsvcs/ws/key")).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource({
        "cookies,BOTH,200",
        "cookies,HEADERS,401",
        "cookies,COOKIES,200",
        "headers,BOTH,200",
        "headers,HEADERS,200",
        "headers,COOKIES,401",
        "both,BOTH,200",
        "both,HEADERS,401",
        "both,COOKIES,401"
    })
    void waysShouldBeThoseThatAreSet(String setting, Style style, int status) throws Exception {
        restartWith("five9.accepts", setting);
        rest.by(style).logIn("alice");

        assertThat(read()).isEqualTo(status);
        assertThat(Socket.handshake(rest, "/appsvcs/ws/key")).isEqualTo(status == 200 ? 101 : 401);
    }

    @ParameterizedTest
    @CsvSource({"true,200", "false,401"})
    void headerBesideCookiesShouldBeRefusedWhereItIs(boolean setting, int status) throws Exception {
        restartWith("five9.headerBesideCookies", setting);
        rest.by(Style.BOTH).logIn("alice");
        assertThat(read()).isEqualTo(status);

        rest.by(Style.COOKIES);
        assertThat(read()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "hyphen,Bearer-,200",
        "hyphen,'Bearer ',401",
        "space,Bearer-,401",
        "space,'Bearer ',200",
        "either,Bearer-,200",
        "either,'Bearer ',200"
    })
    void wordBeforeTheTokenShouldBeTheOneThatIsSet(String setting, String prefix, int status) throws Exception {
        restartWith("five9.bearer", setting);
        rest.by(Style.HEADERS).spelling(prefix).logIn("alice");

        assertThat(read()).isEqualTo(status);
    }

    @Test
    void blankInsteadOfTheHyphenShouldBeRefusedUsually() throws Exception {
        rest.by(Style.HEADERS).spelling("Bearer ").logIn("alice");
        Rest.Reply reply = rest.agent("login_state");

        assertThat(reply.error()).isEqualTo("401 401");
        assertThat(reply.message()).isEqualTo(NOT_LOGGED_IN);
    }

    @ParameterizedTest
    @CsvSource({"true,401", "false,200"})
    void farmShouldBeNamedWhereItMust(boolean setting, int status) throws Exception {
        restartWith("five9.farmIdNeeded", setting);
        rest.logIn("alice");
        HttpRequest without = HttpRequest.newBuilder(
                        URI.create(rest.host() + Rest.SERVICES + "agents/" + rest.userId() + "/login_state"))
                .header("Authorization", rest.authorization())
                .build();

        assertThat(rest.send(without).status()).isEqualTo(status);
        assertThat(read()).isEqualTo(200);
    }

    @Test
    void wrongTokenShouldBeRefused() throws Exception {
        rest.by(Style.HEADERS).spelling("Bearer-x").logIn("alice");

        assertThat(read()).isEqualTo(401);
    }

    @Test
    void logInShouldSetCookiesOfTheDomainAndOfTheHost() throws Exception {
        Rest.Reply reply = rest.logIn("alice");
        List<String> lines = reply.response().headers().allValues("Set-Cookie").stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();

        assertThat(lines).anyMatch(line -> line.contains("domain=localhost"));
        assertThat(lines)
                .anyMatch(
                        line -> (line.startsWith("bigipserver") || line.startsWith("ts")) && !line.contains("domain="));
        assertThat(lines).allMatch(line -> line.contains("path=/"));
    }

    @Test
    void cookiesOfTheLogInHostShouldNotBeReplayed() throws Exception {
        rest.by(Style.COOKIES).untidy().logIn("alice");
        Rest.Reply reply = rest.agent("login_state");

        assertThat(reply.error()).isEqualTo("401 401");
        assertThat(reply.message()).isEqualTo(NOT_LOGGED_IN);
        assertThat(Socket.handshake(rest, "/appsvcs/ws/key")).isEqualTo(401);
    }

    @Test
    void replayedCookiesShouldSpoilHeadersToo() throws Exception {
        rest.by(Style.BOTH).untidy().logIn("alice");

        assertThat(read()).isEqualTo(401);
    }

    @Test
    void replayedCookiesShouldDoNoHarmWhereNobodyLooks() throws Exception {
        restartWith("five9.strictCookies", false);
        rest.untidy().logIn("alice");

        assertThat(read()).isEqualTo(200);
    }

    @Test
    void cookiesOfOneShouldNotBeAnother() throws Exception {
        rest.by(Style.COOKIES).logIn("alice");
        Rest bob = new Rest(simulators).by(Style.COOKIES);
        bob.logIn("bob");

        assertThat(rest.get("agents/" + bob.userId() + "/login_state").ok()).isFalse();
        assertThat(bob.agent("login_state").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"object", "number"})
    void expiryShouldBeReadableInTheFormThatIsSet(String form) throws Exception {
        restartWith("five9.sessionExpiration", form);
        rest.logIn("alice");
        Rest.Reply reply = rest.agent("session_expiration");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().isObject()).isEqualTo(form.equals("object"));
        assertThat(reply.json().isNumber()).isEqualTo(form.equals("number"));
    }

    @Test
    void sessionShouldBeKeptAlive() throws Exception {
        rest.logIn("alice");

        assertThat(rest.put("ping", "").ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,interactions/calls/0F3C9A1E5B7D4A2C8E6F102938475AB1/dtmf",
        "POST,interactions/calls/0F3C9A1E5B7D4A2C8E6F102938475AB1/dtmf",
        "PUT,interactions/calls/0F3C9A1E5B7D4A2C8E6F102938475AB1/send_dtmf",
        "PUT,interactions/calls/0F3C9A1E5B7D4A2C8E6F102938475AB1/mute",
        "PUT,interactions/calls/0F3C9A1E5B7D4A2C8E6F102938475AB1/unmute",
        "PUT,state",
        "POST,interactions/make_call",
        "PUT,interactions/click_to_dial",
        "GET,nothing"
    })
    void inventedPlacesShouldNotBeThere(String method, String path) throws Exception {
        Worker alice = Worker.atWork(simulators, "alice");

        assertThat(alice.rest().agent(method, path, "").status()).isEqualTo(404);
        alice.close();
    }

    @Test
    void supervisorsSocketShouldNotBeThere() throws Exception {
        rest.logIn("alice");

        assertThat(Socket.handshake(rest, "/supsvcs/sws/key")).isNotEqualTo(101);
    }

    @Test
    void rateShouldBeLimitedWhereItIs() throws Exception {
        restartWith("five9.rate", 3);
        rest.logIn("alice");
        boolean refused = false;
        for (int i = 0; i < 50 && !refused; i++) {
            refused = read() == 429;
        }

        assertThat(refused).isTrue();
    }
}
