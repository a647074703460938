package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session at the switch and what agents are in it (sheet 2.5, 2.6). */
class AgentStateTest {
    private Simulators simulators;
    private Worker alice;

    @BeforeEach
    void start() throws IOException {
        startWith("gws.afterLogin", "notReady");
    }

    private void startWith(String name, Object value) throws IOException {
        simulators = Simulators.start(Quick.unhurried().with(name, value));
        alice = Worker.signedIn(simulators, "alice");
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    private Rest.Reply begin(String more) throws IOException {
        return alice.rest().post("me", "{\"operationName\":\"StartContactCenterSession\"" + more + "}");
    }

    @Test
    void beginningShouldBeToldInSteps() throws Exception {
        assertThat(alice.begin().code()).isEqualTo("200 0");
        assertThat(alice.until("NotReady")).containsExactly("LoggedIn", "NotReady");
        assertThat(alice.begin().code()).isEqualTo("200 0");
        assertThat(alice.arrived()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ready,Ready", "notReady,NotReady", "loggedIn,LoggedIn"})
    void stateAfterBeginningShouldBeThatOfTheSwitch(String setting, String state) throws Exception {
        close();
        startWith("gws.afterLogin", setting);
        alice.begin();

        assertThat(alice.until(state)).endsWith(state);
    }

    @Test
    void placeAndDeviceShouldFit() throws Exception {
        String voice = ",\"channels\":[\"voice\"]";
        assertThat(begin("").code()).isEqualTo("400 1");
        assertThat(begin(voice + ",\"place\":\"Place_9\"").code()).isEqualTo("404 6");
        assertThat(begin(voice + ",\"place\":\"Place_Empty\"").code()).isEqualTo("400 2");
        assertThat(begin(voice + ",\"place\":\"Place_Many\"").code()).isEqualTo("400 2");
        assertThat(begin(voice + ",\"devicePath\":\"/devices/none\"").code()).isEqualTo("404 6");
        assertThat(begin(voice + ",\"place\":\"Place_Empty\",\"devicePath\":\"/devices/" + alice.deviceId() + "\"")
                        .code())
                .isEqualTo("200 0");
    }

    @Test
    void partOfTheChannelsShouldBeSaidOfEach() throws Exception {
        alice.fault("{\"kind\":\"phone-gone\",\"seconds\":60,\"agent\":\"alice\"}");
        Rest.Reply reply = begin(",\"channels\":[\"voice\",\"chat\"]");

        assertThat(reply.code()).isEqualTo("200 7");
        assertThat(reply.text("/failed/0/statusMessage")).isEqualTo("Device '1001' is not registered.");
        assertThat(reply.text("/failed/0/channel")).isEqualTo("voice");
        assertThat(reply.text("/succeeded/0/channel")).isEqualTo("multimedia");
        assertThat(alice.begin().code()).isEqualTo("500 4");
    }

    @ParameterizedTest
    @CsvSource({"Ready,Ready", "AuxWork,NotReady AuxWork", "AfterCallWork,NotReady AfterCallWork", "Lunch,NotReady"})
    void statesShouldBeChosenByTheirOperation(String operation, String state) throws Exception {
        alice.begin();
        alice.until("NotReady");

        assertThat(alice.state(operation).code()).isEqualTo("200 0");
        assertThat(alice.until(state)).containsExactly(state);
    }

    @Test
    void deviceEventShouldBeTheResource() throws Exception {
        alice.begin();
        alice.until("NotReady");
        alice.rest().post("me", "{\"operationName\":\"Ready\"}");
        JsonNode data = alice.message("Ready").path("data");

        assertThat(data.path("devices").path(0))
                .isEqualTo(alice.rest().get("me/devices?fields=*").json().at("/devices/0"));
        assertThat(data.at("/devices/0/userState/id").asText()).isEqualTo("9430250E-0A1B-421F-B372-F29E69366DED");
    }

    @Test
    void wrongStatesShouldBeRefused() throws Exception {
        assertThat(alice.state("Ready").code()).isEqualTo("400 2");
        assertThat(alice.state("Asleep").code()).isEqualTo("400 10");
        assertThat(alice.rest()
                        .post("me/channels/email", "{\"operationName\":\"Ready\"}")
                        .code())
                .isEqualTo("404 6");
    }

    @Test
    void dialShouldNeedASession() throws Exception {
        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("400 2");
        close();
        startWith("gws.dialNeedsSession", false);
        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("200 0");
    }

    @Test
    void dialShouldNeedReadyWhereItDoes() throws Exception {
        close();
        startWith("gws.dialNeedsReady", true);
        alice.begin();
        alice.until("NotReady");

        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("400 2");
        alice.state("Ready");
        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("200 0");
    }

    @Test
    void goneTelephoneShouldBeSaidTwice() throws Exception {
        alice.begin();
        alice.until("NotReady");
        alice.fault("{\"kind\":\"phone-gone\",\"seconds\":0.2,\"agent\":\"alice\"}");
        Rest.Reply reply = alice.dial(Quick.NUMBER);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().toString())
                .isEqualTo("{\"statusCode\":4,\"statusMessage\":\"Device '1001' is not registered.\"}");
        assertThat(alice.until("NotReady")).containsExactly("Inactive", "ErrorMessage", "NotReady");
    }

    @Test
    void supervisorShouldBeAbleToLogOut() throws Exception {
        alice.begin();
        alice.until("NotReady");
        alice.fault("{\"kind\":\"logged-out\",\"agent\":\"alice\"}");

        assertThat(alice.until("LoggedOut")).containsExactly("LoggedOut");
        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("400 2");
    }
}
