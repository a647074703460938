package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Users, stations, presence and routing status as in sheet 2.2 and 2.4. */
class ProfileTest extends AtWork {
    private Rest.Reply present(String label) throws IOException {
        return alice.rest()
                .patch(
                        "users/" + alice.userId() + "/presences/purecloud",
                        "{\"presenceDefinition\":{\"id\":\"" + alice.described("/presences/" + label) + "\"}}");
    }

    @Test
    void profileShouldHaveWhatIsAskedFor() throws Exception {
        JsonNode plain = alice.rest().get("users/me").json();
        JsonNode whole = alice.rest()
                .get("users/me?expand=presence&expand=routingStatus&expand=station")
                .json();

        assertThat(alice.rest()
                        .get("users/me?expand=presence,routingStatus,station")
                        .json())
                .isEqualTo(whole);
        assertThat(plain.has("presence")).isFalse();
        assertThat(plain.path("username").asText()).isEqualTo("alice@example.com");
        assertThat(whole.at("/presence/presenceDefinition/systemPresence").asText())
                .isEqualTo("Offline");
        assertThat(whole.at("/routingStatus/status").asText()).isEqualTo("OFF_QUEUE");
        assertThat(whole.at("/station/effectiveStation/name").asText()).isEqualTo("1001");
    }

    @Test
    void presenceShouldBeMixedCaseInAnswersAndUpperCaseInEvents() throws Exception {
        alice.subscribe("presence", "routingStatus");

        assertThat(present("On Queue").text("/presenceDefinition/systemPresence"))
                .isEqualTo("OnQueue");
        JsonNode presence = alice.listener().next();
        assertThat(presence.at("/eventBody/presenceDefinition/systemPresence").asText())
                .isEqualTo("ON_QUEUE");
        assertThat(alice.listener().next().at("/eventBody/routingStatus/status").asText())
                .isEqualTo("IDLE");
        assertThat(alice.rest()
                        .get("users/" + alice.userId() + "/presences/PURECLOUD")
                        .text("/source"))
                .isEqualTo("PURECLOUD");
    }

    @Test
    void presenceOfAnotherShouldBeRefused() throws Exception {
        String bob = alice.described("/people/bob/userId");
        String body = "{\"presenceDefinition\":{\"id\":\"" + alice.described("/presences/Busy") + "\"}}";

        assertThat(alice.rest()
                        .patch("users/" + bob + "/presences/purecloud", body)
                        .error())
                .isEqualTo("403 presence.not.authorized.update.other.user.presence");
        assertThat(alice.rest()
                        .patch(
                                "users/" + alice.userId() + "/presences/purecloud",
                                "{\"presenceDefinition\":{\"id\":\"none\"}}")
                        .error())
                .isEqualTo("400 invalid.value");
    }

    @Test
    void goingOnQueueShouldNeedItsRight() throws Exception {
        restartWith("genesys.withoutPermissions", "routing:queue:join");

        assertThat(present("On Queue").error()).isEqualTo("403 presence.not.authorized.update.on.queue");
        assertThat(present("Available").status()).isEqualTo(200);
    }

    @Test
    void routingStatusShouldNotBeTheWayOnQueue() throws Exception {
        assertThat(alice.rest()
                        .put("users/" + alice.userId() + "/routingstatus", "{\"status\":\"IDLE\"}")
                        .status())
                .isEqualTo(400);
        assertThat(alice.rest()
                        .put("users/" + alice.userId() + "/routingstatus", "{\"status\":\"SLEEPING\"}")
                        .error())
                .isEqualTo("400 invalid.value");
    }

    @Test
    void routingShouldFollowACall() throws Exception {
        present("On Queue");
        alice.subscribe("routingStatus", "conversations.calls");
        alice.dial(Quick.NUMBER);

        alice.listener()
                .until(frame ->
                        frame.at("/eventBody/routingStatus/status").asText().equals("INTERACTING"));
    }

    @Test
    void stationShouldBeLeftAndTaken() throws Exception {
        String station = alice.described("/people/alice/stationId");
        alice.subscribe("station");

        assertThat(alice.rest().delete("users/stations/me/associatedstation").status())
                .isEqualTo(204);
        assertThat(alice.listener().next().at("/eventBody").size()).isZero();
        assertThat(alice.rest().get("users/stations/me").json().has("effectiveStation"))
                .isFalse();
        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("400 conversation.error.no.user.station");
        assertThat(alice.rest().get("stations/" + station).text("/status")).isEqualTo("AVAILABLE");
        assertThat(alice.rest()
                        .put("users/stations/me/associatedstation/" + station, "{}")
                        .status())
                .isEqualTo(204);
        assertThat(alice.rest()
                        .put("users/" + alice.userId() + "/station/associatedstation/" + station, "{}")
                        .status())
                .isEqualTo(202);
        assertThat(alice.rest().get("users/" + alice.userId() + "/station").text("/effectiveStation/id"))
                .isEqualTo(station);
        assertThat(alice.rest().get("stations?name=1001").text("/entities/0/status"))
                .isEqualTo("ASSOCIATED");
    }

    @Test
    void stationOfAnotherShouldBeRefused() throws Exception {
        String bobs = alice.described("/people/bob/stationId");

        assertThat(alice.rest()
                        .put("users/stations/me/associatedstation/" + bobs, "{}")
                        .error())
                .isEqualTo("409 userservice.stationalreadyassociated");
        assertThat(alice.rest()
                        .put("users/stations/me/associatedstation/none", "{}")
                        .error())
                .isEqualTo("404 userservice.station.notfound");
    }

    @Test
    void queuesAndTheirCodesShouldBeListed() throws Exception {
        String queue = alice.described("/queueId");

        assertThat(alice.rest().get("routing/queues/me").json().path("entities").findValuesAsText("id"))
                .containsExactly(queue);
        JsonNode codes =
                alice.rest().get("routing/queues/" + queue + "/wrapupcodes").json();
        assertThat(codes.path("entities").size()).isGreaterThanOrEqualTo(2);
        assertThat(codes.at("/entities/0/name").asText()).isEqualTo("Call back later");
        assertThat(alice.rest().get("presence/definitions").json().path("entities"))
                .anyMatch(one -> one.path("systemPresence").asText().equals("OnQueue"))
                .anyMatch(one -> one.path("type").asText().equals("User"));
        assertThat(alice.rest().get("systempresences").json().size()).isEqualTo(10);
    }
}
