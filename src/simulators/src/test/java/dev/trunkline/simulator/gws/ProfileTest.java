package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be read (sheet 2.3, 5.6), and what is refused whoever asks (sheet 3.4). */
class ProfileTest extends AtWork {
    @Test
    void userShouldHaveWhatIsAskedFor() throws Exception {
        JsonNode user =
                alice.rest().get("me?subresources=devices,features").json().path("user");

        assertThat(user.path("roles").path(0).asText()).isEqualTo("ROLE_AGENT");
        assertThat(user.at("/devices/0/phoneNumber").asText()).isEqualTo("1001");
        assertThat(user.at("/devices/0/userState/id").asText()).isEqualTo("900D55CC-2BB0-431F-8BF9-D3525B383BE6");
        assertThat(user.at("/features/0/id").asText()).isEqualTo("api-voice");
        assertThat(user.has("calls")).isFalse();
        assertThat(alice.rest().get("me").json().path("user").has("devices")).isFalse();
        assertThat(alice.rest().get("me?subresources=*").json().path("user").has("calls"))
                .isTrue();
    }

    @Test
    void addressesShouldBeThoseOfAnotherHost() throws Exception {
        restartWith("gws.externalUrl", "http://inside.example.org");

        assertThat(alice.rest().get("me").text("/user/uri")).startsWith("http://inside.example.org/api/v2/users/");
    }

    @ParameterizedTest
    @CsvSource({"me/devices,devices", "services,services", "settings/agent-states,settings"})
    void collectionsShouldBeAddressesUnlessFieldsAreWanted(String path, String name) throws Exception {
        assertThat(alice.rest().get(path + "?fields=*").json().path(name).size())
                .isPositive();
        JsonNode plain = alice.rest().get(path).json();

        assertThat(plain.has(name)).isFalse();
        assertThat(plain.path("uris").path(0).asText()).startsWith("http://gws.example.net:8090/api/v2/");
    }

    @Test
    void callsShouldBeReadAsTheyWereTold() throws Exception {
        JsonNode told = alice.talk();
        JsonNode read = alice.rest().get("me/calls?fields=*").json().at("/calls/0");

        assertThat(read.path("id")).isEqualTo(told.path("id"));
        assertThat(read.path("capabilities")).isEqualTo(told.path("capabilities"));
        assertThat(alice.rest().get("me" + told.path("path").asText()).text("/call/state"))
                .isEqualTo("Established");
        assertThat(alice.rest().get("me/calls").json().at("/uris/0")).isEqualTo(told.path("uri"));
        alice.operate(told, "Hangup");
        assertThat(alice.rest().get("me/calls?fields=*").json().path("calls").size())
                .isZero();
    }

    @Test
    void statesShouldHaveTheirFixedIdsAndOthersOfTheHouse() throws Exception {
        JsonNode states =
                alice.rest().get("settings/agent-states?fields=*").json().path("settings");

        assertThat(StreamSupport.stream(states.spliterator(), false)
                        .map(state -> state.path("operationName").asText()))
                .contains("Ready", "NotReady", "AfterCallWork", "AuxWork", "Offline", "Lunch");
    }

    @ParameterizedTest
    @CsvSource({"byCode,404", "all500,500", "all200,200"})
    void statusOfARefusalShouldBeAsSet(String manner, int status) throws Exception {
        restartWith("gws.errorStatus", manner);

        assertThat(alice.rest().get("me/devices/none").code()).isEqualTo(status + " 6");
    }

    @Test
    void certainPairsShouldStay() throws Exception {
        restart(usual().with("gws.errorStatus", "all200"));
        alice.fault("{\"kind\":\"voice-down\",\"seconds\":60}");

        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("503 4");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,me/calls/none,404 6",
        "PUT,me,'405 '",
        "DELETE,me/calls,'405 '",
        "GET,nothing,404 6",
        "POST,me/calls/none,404 6"
    })
    void wrongPlacesAndVerbsShouldBeRefused(String method, String path, String code) throws Exception {
        String body = method.equals("GET") ? "" : "{\"operationName\":\"Hangup\"}";

        assertThat(alice.rest().send(method, path, body).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|1",
                "{\"operationName\":\"Dial\"}|1",
                "{\"operationName\":\"Dial\",\"destination\":{}}|1",
                "{\"operationName\":\"Dial\",\"destination\":{\"phoneNumber\":\"\"}}|1",
                "{\"operationName\":\"Dial\",\"destination\":\"3125550142\"}|10",
                "{\"operationName\":\"Dial\",\"destination\":{\"phoneNumber\":3125550142}}|10",
                "{\"operationName\":\"Dial\",\"destination\":{\"phoneNumber\":\"call me\"}}|10",
                "{\"operationName\":\"Dial\",\"destination\":{\"phoneNumber\":\"3125550142\"},\"userData\":\"x\"}|10",
                "{\"operationName\":\"Telephone\",\"destination\":{\"phoneNumber\":\"3125550142\"}}|10",
                "[]|10",
                "no JSON|10"
            })
    void wrongDialsShouldBeRefused(String body, int code) throws Exception {
        Rest.Reply reply = alice.rest().post("me/devices/" + alice.deviceId() + "/calls", body);

        assertThat(reply.code()).isEqualTo("400 " + code);
        assertThat(reply.json().size()).isEqualTo(2);
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void deviceOfAnotherShouldNotBeFound() throws Exception {
        Worker bob = Worker.signedIn(simulators, "bob");
        String path = "me/devices/" + bob.deviceId() + "/calls";

        assertThat(alice.rest().post(path, Worker.dialling(Quick.NUMBER)).code())
                .isEqualTo("404 6");
    }

    @Test
    void otherContentShouldBeRefused() throws Exception {
        Rest.Reply reply = alice.rest()
                .send(alice.rest()
                        .request("/api/v2/me")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"))
                        .build());

        assertThat(reply.status()).isEqualTo(415);
    }

    @Test
    void missingFeatureShouldBeSaid() throws Exception {
        simulators.close();
        Options without = usual().with("gws.voiceFeature", false);
        simulators = Simulators.start(without);
        alice = Worker.signedIn(simulators, "alice");

        assertThat(alice.rest()
                        .get("me?subresources=features")
                        .json()
                        .at("/user/features")
                        .size())
                .isZero();
        assertThat(alice.begin().code()).isEqualTo("403 5");
        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("403 5");
    }
}
