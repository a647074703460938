package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final String ALICE = "/finesse/api/User/alice";

    private Simulators simulators;
    private Rest alice;

    @BeforeEach
    void start() {
        simulators = Quick.start();
        alice = new Rest(simulators, "alice", "secret");
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    @Test
    void systemInfoShouldNameDomainAndPorts() throws Exception {
        String info = alice.get("/finesse/api/SystemInfo").body();

        assertThat(info)
                .contains("<deploymentType>UCCE</deploymentType>", "<status>IN_SERVICE</status>")
                .contains("<xmppDomain>localhost</xmppDomain>", "<xmppPubSubDomain>pubsub.localhost</xmppPubSubDomain>")
                .contains("<xmppSecurePort>" + simulators.finesse().xmppSecurePort() + "</xmppSecurePort>");
    }

    @Test
    void earlierReleasesShouldNotNameTheirPorts() throws Exception {
        try (Simulators earlier = Simulators.start(Quick.options().with("finesse.release", "12.6(1)"))) {
            assertThat(new Rest(earlier, "bob", "secret")
                            .get("/finesse/api/SystemInfo")
                            .body())
                    .doesNotContain("xmppSecurePort");
        }
    }

    @Test
    void plainHttpShouldBeSentToHttps() throws Exception {
        int port = simulators.finesse().restPort();
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + ALICE))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(response.headers().firstValue("Location")).contains("https://localhost:" + port + ALICE);
    }

    @Test
    void wrongPasswordShouldLockTheAccountAfterFiveTimes() throws Exception {
        Rest wrong = new Rest(simulators, "alice", "guess");
        for (int i = 0; i < 5; i++) {
            assertThat(Rest.errorType(wrong.get(ALICE))).isEqualTo("401 Authorization Failure");
        }

        assertThat(alice.get(ALICE).statusCode()).isEqualTo(401);
        simulators.reset();
        assertThat(alice.get(ALICE).statusCode()).isEqualTo(200);
    }

    @Test
    void lockShouldEndByItself() throws Exception {
        try (Simulators quick = Simulators.start(Quick.options().with("finesse.lockout", "1ms"))) {
            Rest wrong = new Rest(quick, "alice", "guess");
            for (int i = 0; i < 5; i++) {
                wrong.get(ALICE);
            }
            Await.until("the lock is open", () -> statusOf(quick) == 200);
        }
    }

    private static int statusOf(Simulators some) {
        try {
            return new Rest(some, "alice", "secret").get(ALICE).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyShouldActForSomebodyElse() throws Exception {
        assertThat(Rest.errorType(alice.get("/finesse/api/User/bob")))
                .isEqualTo("401 Invalid Authorization User Specified");
        assertThat(Rest.errorType(alice.get("/finesse/api/User/nobody"))).isEqualTo("404 User Not Found");
    }

    @Test
    void sessionCookieOfOneAgentShouldNotServeAnother() throws Exception {
        String cookie = alice.get(ALICE)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceAll(";.*", "");
        Rest bob = new Rest(simulators, "bob", "secret");
        HttpResponse<String> response = bob.send(
                bob.request("/finesse/api/User/bob").header("Cookie", cookie).build());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(alice.send(alice.request(ALICE).header("Cookie", cookie).build())
                        .headers()
                        .firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void whatCannotBeParsedShouldBeABadRequest() throws Exception {
        assertThat(Rest.errorType(alice.put(ALICE, "<User><state>READY</User>")))
                .isEqualTo("400 Bad Request");
        assertThat(Rest.errorType(alice.put(ALICE, "<Agent/>"))).isEqualTo("400 Bad Request");
        assertThat(Rest.errorType(alice.put(ALICE, "<!DOCTYPE User [<!ENTITY e 'x'>]><User><state>&e;</state></User>")))
                .isEqualTo("400 Bad Request");
        HttpRequest json = alice.request(ALICE)
                .setHeader("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("<User><state>READY</state></User>"))
                .build();
        assertThat(Rest.errorType(alice.send(json))).isEqualTo("400 Bad Request");
    }

    @Test
    void whatIsMissingShouldBeNamed() throws Exception {
        HttpResponse<String> response = alice.put(ALICE, "<User><state>LOGIN</state></User>");

        assertThat(Rest.errorType(response)).isEqualTo("400 Parameter Missing");
        assertThat(response.body()).contains("<ErrorData>extension</ErrorData>");
        assertThat(response.headers().firstValue("requestId")).isPresent();
        assertThat(Rest.errorType(alice.post(
                        ALICE + "/Dialogs", "<Dialog><requestedAction>MAKE_CALL</requestedAction></Dialog>")))
                .isEqualTo("400 Parameter Missing");
    }

    @Test
    void whoIsNotSignedInShouldNotDial() throws Exception {
        assertThat(Rest.errorType(alice.post(ALICE + "/Dialogs", dial("1001", "9015550147", ""))))
                .isEqualTo("401 Authorization Failure");
    }

    @Test
    void dialShouldBeReadStrictly() throws Exception {
        assertThat(Rest.errorType(alice.post(ALICE + "/Dialogs", dial("1001", "1001", ""))))
                .isEqualTo("400 Invalid Destination");
        assertThat(Rest.errorType(alice.post(ALICE + "/Dialogs", dial("1001", "5", variable("BACampaign", "x")))))
                .isEqualTo("400 Invalid Input");
        assertThat(Rest.errorType(
                        alice.post(ALICE + "/Dialogs", dial("1001", "5", variable("callVariable1", "x".repeat(41))))))
                .isEqualTo("400 Invalid Input");
    }

    private static String dial(String from, String to, String more) {
        return "<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>" + from + "</fromAddress><toAddress>"
                + to + "</toAddress>" + more + "</Dialog>";
    }

    private static String variable(String name, String value) {
        return "<mediaProperties><callvariables><CallVariable><name>" + name + "</name><value>" + value
                + "</value></CallVariable></callvariables></mediaProperties>";
    }

    @Test
    void reasonsShouldBeListed() throws Exception {
        assertThat(alice.get(ALICE + "/ReasonCodes?category=NOT_READY").body())
                .contains("<uri>/finesse/api/ReasonCode/7</uri>", "<label>Lunch</label>", "<code>50006</code>");
        assertThat(alice.get(ALICE + "/ReasonCodes?category=LOGOUT").body()).contains("End of shift");
        assertThat(Rest.errorType(alice.get(ALICE + "/ReasonCodes"))).isEqualTo("400 Parameter Missing");
        assertThat(alice.get(ALICE + "/WrapUpReasons").body()).contains("Promise to pay", "Call back later");
    }

    @Test
    void reasonShouldBeGivenWhereItIsRequired() throws Exception {
        try (Simulators strict = Simulators.start(Quick.options().with("finesse.notReadyReasonRequired", true));
                Desk desk = Desk.alice(strict)) {
            assertThat(Rest.errorType(desk.state("<state>NOT_READY</state>"))).isEqualTo("400 Parameter Missing");
            assertThat(Rest.errorType(desk.state("<state>NOT_READY</state><reasonCodeId>12</reasonCodeId>")))
                    .isEqualTo("400 Invalid Input");
            assertThat(desk.state("<state>NOT_READY</state><reasonCodeId>7</reasonCodeId>")
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void signInShouldNeedAPhoneThatIsFree() throws Exception {
        try (Desk first = Desk.alice(simulators);
                Stream bobs = Stream.secure(simulators).signIn("bob", "test").present(0)) {
            Rest bob = new Rest(simulators, "bob", "secret");
            bob.put("/finesse/api/User/bob", "<User><state>LOGIN</state><extension>9999</extension></User>");
            assertThat(bobs.nextUpdate().summary()).isEqualTo("PUT error Invalid Device");
            bob.put("/finesse/api/User/bob", "<User><state>LOGIN</state><extension>1001</extension></User>");
            assertThat(bobs.nextUpdate().summary()).isEqualTo("PUT error Device Busy");
            assertThat(first.state("<state>LOGIN</state><extension>1001</extension>")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(first.next().summary()).isEqualTo("put NOT_READY");
        }
    }

    @Test
    void signOutShouldNotBePossibleFromReady() throws Exception {
        try (Desk desk = Desk.alice(simulators)) {
            desk.state("<state>READY</state>");
            desk.until("put READY");
            assertThat(Rest.errorType(desk.state("<state>LOGOUT</state>"))).isEqualTo("401 Invalid State");
            desk.state("<state>NOT_READY</state>");
            desk.until("put NOT_READY");
            desk.state("<state>LOGOUT</state>");
            desk.until("put LOGOUT");
        }
    }

    @Test
    void tokenShouldServeInsteadOfAPasswordAndBeRenewed() throws Exception {
        try (Simulators sso = Simulators.start(Quick.options().with("finesse.authMode", "sso"))) {
            Rest bearer = new Rest(sso, "Bearer " + sso.finesse().token("alice"));
            assertThat(bearer.get(ALICE).statusCode()).isEqualTo(200);
            assertThat(new Rest(sso, "alice", "secret").get(ALICE).statusCode()).isEqualTo(401);
            new Control(sso).post("/platforms/finesse/faults", "{\"kind\":\"expire-auth\",\"agent\":\"alice\"}");
            assertThat(bearer.get(ALICE).statusCode()).isEqualTo(401);
            HttpResponse<String> renewed = bearer.post("/desktop/sso/token", "token=x&refresh-token=refresh-alice");

            assertThat(renewed.body()).contains(sso.finesse().token("alice"));
            assertThat(bearer.get(ALICE).statusCode()).isEqualTo(401);
            assertThat(new Rest(sso, "Bearer " + sso.finesse().token("alice"))
                            .get(ALICE)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void unknownDialogShouldNotBeFound() throws Exception {
        assertThat(Rest.errorType(alice.get("/finesse/api/Dialog/1"))).isEqualTo("404 Dialog Not Found");
        assertThat(Rest.errorType(alice.get("/finesse/api/Nothing"))).isEqualTo("404 Not Found");
    }

    @Test
    void dialogShouldRefuseAForeignTarget() throws Exception {
        try (Desk desk = Desk.alice(simulators);
                Desk bob = Desk.open(simulators, "bob", "1002")) {
            String id = desk.talk(Quick.NUMBER);
            String drop =
                    "<Dialog><targetMediaAddress>1002</targetMediaAddress><requestedAction>DROP</requestedAction></Dialog>";

            assertThat(Rest.errorType(alice.put("/finesse/api/Dialog/" + id, drop)))
                    .isEqualTo("400 Invalid Input");
            assertThat(Rest.errorType(bob.act(id, "DROP", ""))).isEqualTo("401 Invalid Authorization User Specified");
            assertThat(Rest.errorType(desk.act(id, "MUTE", ""))).isEqualTo("400 Invalid Input");
            assertThat(Rest.errorType(desk.act(id, "START_RECORDING", ""))).isEqualTo("501 Not Implemented");
        }
    }
}
