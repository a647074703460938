package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Log-in at a station and log-out (sheet 2.4). */
class StationTest {
    private static final String REASON = "{\"logoutReason\":\"User requested logout\"}";

    private Simulators simulators;
    private Worker alice;

    @BeforeEach
    void start() throws IOException {
        start(Quick.ringing());
    }

    private void start(Options options) throws IOException {
        simulators = Quick.start(options);
        alice = Worker.listening(simulators, "alice");
    }

    private void restartWith(String name, Object value) throws IOException {
        close();
        start(Quick.ringing().with("webexcc." + name, value));
    }

    @AfterEach
    void close() {
        alice.close();
        simulators.close();
    }

    private JsonNode loggedIn() throws IOException {
        alice.logIn();
        return alice.listener().event("AgentStationLoginSuccess");
    }

    private JsonNode logInFailed(Worker who, JsonNode station) throws IOException {
        assertThat(who.logIn(station).status()).isEqualTo(202);
        JsonNode frame = who.listener().message("AgentStationLoginFailed");
        assertThat(frame.path("type").asText()).isEqualTo("StationLogin");
        assertThat(frame.at("/data/eventType").asText()).isEqualTo("AgentDesktopMessage");
        assertThat(frame.at("/data/reasonCode").isNumber()).isTrue();
        return frame.path("data");
    }

    private ObjectNode device(String type, String number) {
        ObjectNode station = alice.station();
        station.put("deviceType", type).put("dialNumber", number).put("isExtension", false);
        return station.put("deviceId", number);
    }

    private Rest.Reply logOut(String method) throws IOException {
        return alice.rest().send(method, "/v1/agents/logout", REASON);
    }

    @Test
    void loginShouldBeAcceptedAndThenTold() throws Exception {
        assertThat(alice.logIn().status()).isEqualTo(202);
        JsonNode frame = alice.listener().message("AgentStationLoginSuccess");
        JsonNode data = frame.path("data");

        assertThat(frame.path("type").asText()).isEqualTo("StationLogin");
        assertThat(data.path("eventType").asText()).isEqualTo("AgentDesktopMessage");
        assertThat(data.path("agentId").asText()).isEqualTo(alice.agentId());
        assertThat(data.path("agentSessionId").asText()).isNotEmpty();
        assertThat(data.path("teamId").asText()).isEqualTo(alice.described().teamId("alice"));
        assertThat(data.path("status").asText()).isEqualTo("LoggedIn");
        assertThat(data.path("dialNumber").asText()).isEqualTo("1001");
        assertThat(data.path("deviceType").asText()).isEqualTo("EXTENSION");
        assertThat(data.path("deviceId").asText()).isEqualTo("1001");
        assertThat(data.path("interactionIds")).isEmpty();
        assertThat(data.at("/channelsMap/telephony").size()).isEqualTo(1);
        assertThat(data.at("/roles/0").asText()).isEqualTo("agent");
        assertThat(data.path("lastStateChangeTimestamp").asLong()).isPositive();
    }

    @Test
    void agentShouldBeIdleAfterLogin() throws Exception {
        JsonNode data = loggedIn();

        assertThat(data.path("subStatus").asText()).isEqualTo("Idle");
        assertThat(data.path("auxCodeId").asText()).isNotEmpty().isNotEqualTo("0");
    }

    @Test
    void stationShouldRegister() throws Exception {
        alice.logIn();
        JsonNode frame = alice.listener().message("AgentDNRegistered");

        assertThat(frame.at("/data/eventType").asText()).isEqualTo("RoutingMessage");
        assertThat(frame.at("/data/dn").asText()).isEqualTo("1001");
    }

    @Test
    void outsideNumberShouldBeAStation() throws Exception {
        alice.logIn(device("AGENT_DN", "+13125550199"));
        JsonNode data = alice.listener().event("AgentStationLoginSuccess");

        assertThat(data.path("deviceType").asText()).isEqualTo("AGENT_DN");
        assertThat(data.path("dialNumber").asText()).isEqualTo("+13125550199");
    }

    @Test
    void browserShouldBeAStation() throws Exception {
        ObjectNode station = device("BROWSER", alice.agentId());
        alice.logIn(station.put("deviceId", "webrtc-" + alice.agentId()));

        assertThat(alice.listener()
                        .event("AgentStationLoginSuccess")
                        .path("deviceType")
                        .asText())
                .isEqualTo("BROWSER");
    }

    @Test
    void fieldsOfTheSdkShouldBeTolerated() throws Exception {
        ObjectNode station = alice.station();
        station.put("teamName", "").put("siteId", "").put("usesOtherDN", false).put("auxCodeId", "");
        assertThat(alice.logIn(station).status()).isEqualTo(202);

        alice.listener().event("AgentStationLoginSuccess");
    }

    @Test
    void roleMayBeSpelledAsInTheOldSample() throws Exception {
        ObjectNode station = alice.station();
        station.putArray("roles").add("Agent");
        alice.logIn(station);

        alice.listener().event("AgentStationLoginSuccess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dialNumber", "roles", "teamId"})
    void whatIsRequiredShouldBeThere(String field) throws Exception {
        ObjectNode station = alice.station();
        station.remove(field);

        assertThat(alice.logIn(station).status()).isEqualTo(400);
        assertThat(alice.arrived()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dialNumber,12345678901234567890123456789012345678901234",
        "teamId,1234567890123456789012345678901234567",
        "deviceType,PHONE"
    })
    void wrongFieldsShouldBeRefused(String field, String value) throws Exception {
        assertThat(alice.logIn(alice.station().put(field, value)).status()).isEqualTo(400);
    }

    @Test
    void bodyThatIsNoneShouldBeRefused() throws Exception {
        assertThat(alice.rest().post("/v1/agents/login", "{").status()).isEqualTo(400);
    }

    @Test
    void extensionOfAnotherShouldBeADuplicate() throws Exception {
        loggedIn();

        try (Worker bob = Worker.listening(simulators, "bob")) {
            ObjectNode station = bob.station().put("dialNumber", "1001").put("deviceId", "1001");
            assertThat(logInFailed(bob, station).path("reason").asText()).isEqualTo("DUPLICATE_LOCATION");
            bob.logIn();
            bob.listener().event("AgentStationLoginSuccess");
        }
        assertThat(alice.arrived()).doesNotContain("AgentStationLoginFailed");
    }

    @Test
    void secondLoginShouldFailWhereItDoes() throws Exception {
        loggedIn();

        assertThat(logInFailed(alice, alice.station()).path("reason").asText())
                .isEqualTo("AGENT_SESSION_ALREADY_EXISTS");
    }

    @Test
    void secondLoginShouldBeTakenWhereItIs() throws Exception {
        restartWith("secondLogin", "success");
        loggedIn();

        loggedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST"})
    void logoutShouldBeTakenByEitherMethod(String method) throws Exception {
        loggedIn();
        assertThat(logOut(method).status()).isEqualTo(202);
        JsonNode frame = alice.listener().message("AgentLogoutSuccess");

        assertThat(frame.path("type").asText()).isEqualTo("Logout");
        assertThat(frame.at("/data/status").asText()).isEqualTo("LoggedOut");
        assertThat(frame.at("/data/agentId").asText()).isEqualTo(alice.agentId());
        alice.reload();
        alice.listener().event("AgentReloginFailed");
    }

    @ParameterizedTest
    @CsvSource({"put,PUT,202", "put,POST,405", "post,POST,202", "post,PUT,405"})
    void logoutShouldBeTakenByTheMethodThatIsSet(String setting, String method, int status) throws Exception {
        restartWith("logoutMethods", setting);
        loggedIn();

        assertThat(logOut(method).status()).isEqualTo(status);
    }

    @Test
    void loggedOutAgentShouldLogInAgain() throws Exception {
        String first = loggedIn().path("agentSessionId").asText();
        logOut("PUT");
        alice.listener().event("AgentLogoutSuccess");

        assertThat(loggedIn().path("agentSessionId").asText()).isNotEqualTo(first);
    }

    @Test
    void logoutShouldLeaveTheSocket() throws Exception {
        loggedIn();
        logOut("PUT");
        alice.listener().event("AgentLogoutSuccess");

        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void logoutShouldNeedItsReason() throws Exception {
        loggedIn();

        assertThat(alice.rest().put("/v1/agents/logout", "{}").status()).isEqualTo(400);
        assertThat(alice.rest()
                        .put("/v1/agents/logout", "{\"logoutReason\":\"" + "x".repeat(129) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void logoutWithoutASessionShouldFail() throws Exception {
        assertThat(logOut("PUT").status()).isEqualTo(202);
        JsonNode frame = alice.listener().message("AgentLogoutFailed");

        assertThat(frame.path("type").asText()).isEqualTo("Logout");
        assertThat(frame.at("/data/reason").asText()).isEqualTo("AGENT_NOT_FOUND");
        assertThat(frame.at("/data/reasonCode").asInt()).isEqualTo(1038);
    }

    @Test
    void logoutShouldWaitForCallAndWrapUp() throws Exception {
        loggedIn();
        alice.become("Available", "0");
        JsonNode call = alice.talk();
        logOut("PUT");
        assertThat(alice.listener().event("AgentLogoutFailed").path("reason").asText())
                .isEqualTo("AGENT_HAS_ASSIGNED_CONTACTS");
        alice.hungUp(call);
        logOut("PUT");
        alice.listener().event("AgentLogoutFailed");
        alice.wrappedUp(call);
        logOut("PUT");

        alice.listener().event("AgentLogoutSuccess");
    }

    @Test
    void logoutShouldNotWaitWhereItDoesNot() throws Exception {
        restartWith("logoutWithCalls", "ends");
        loggedIn();
        alice.become("Available", "0");
        alice.talk();
        logOut("PUT");

        alice.listener().event("AgentLogoutSuccess");
    }

    @Test
    void extensionShouldBeFreeAfterLogout() throws Exception {
        loggedIn();
        logOut("POST");
        alice.listener().event("AgentLogoutSuccess");

        try (Worker bob = Worker.listening(simulators, "bob")) {
            bob.logIn(bob.station().put("dialNumber", "1001").put("deviceId", "1001"));
            bob.listener().event("AgentStationLoginSuccess");
        }
    }

    @Test
    void closingTheSocketShouldNotLogOut() throws Exception {
        loggedIn();
        alice.listener().close();
        alice.reconnect();

        assertThat(alice.reloaded().path("status").asText()).isEqualTo("LoggedIn");
    }
}
