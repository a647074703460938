package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agent does with a leg (sheet 4). */
class ControlsTest extends AtWork {
    private static final String TALK = "agent connected, customer connected";
    private static final String END = "{\"state\":\"disconnected\"}";

    @Override
    Options usual() {
        return Quick.unhurried().with("genesys.noAnswer", "10s");
    }

    @Test
    void holdShouldConfineTheOtherAndBeToldTwice() throws Exception {
        Snapshot talk = alice.talk();
        Rest.Reply reply = alice.change(talk, 0, "{\"held\":true}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.response().body()).isEmpty();
        assertThat(alice.arrived())
                .containsExactly(
                        "agent connected held, customer connected confined",
                        "agent connected held, customer connected confined");
        assertThat(simulators.books().get(0).state()).isEqualTo("held");
        alice.change(talk, 0, "{\"held\":false}");
        assertThat(alice.arrived()).containsExactly(TALK, TALK);
    }

    @Test
    void holdShouldBeToldOnceWhereItIs() throws Exception {
        restartWith("genesys.holdTwice", false);
        alice.change(alice.talk(), 0, "{\"held\":true}");

        assertThat(alice.arrived()).hasSize(1);
    }

    @Test
    void muteShouldShowAtTheOwnLeg() throws Exception {
        alice.change(alice.talk(), 0, "{\"muted\":true}");

        alice.until("agent connected muted, customer connected");
    }

    @Test
    void clientWithoutAUserShouldControlByTheGeneralPath() throws Exception {
        Snapshot talk = alice.talk();
        Rest.Reply granted = alice.rest()
                .form(
                        alice.described("/clients/serverClientId"),
                        alice.described("/clients/serverClientSecret"),
                        "grant_type=client_credentials");
        Rest server = new Rest(simulators, granted.text("/access_token"));

        assertThat(server.patch(alice.path(talk, 0), "{\"muted\":true}").error())
                .isEqualTo("400 not.a.user");
        assertThat(server.patch(alice.path(talk, 0) + "/user/" + alice.userId(), "{\"muted\":true}")
                        .status())
                .isEqualTo(202);
        alice.until("agent connected muted, customer connected");
        assertThat(server.patch(alice.anyPath(talk, 0), "{\"muted\":false}").status())
                .isEqualTo(202);
        alice.until(TALK);
    }

    @Test
    void recordingShouldNeedItsPermission() throws Exception {
        Snapshot talk = alice.talk();
        assertThat(alice.change(talk, 0, "{\"recording\":true}").status()).isEqualTo(202);
        assertThat(alice.untilOne(TALK).party(0).path("recordingState").asText())
                .isEqualTo("active");

        restartWith("genesys.withoutPermissions", "conversation:call:record");
        assertThat(alice.change(alice.talk(), 0, "{\"recording\":true}").error())
                .isEqualTo("403 missing.permissions");
    }

    @Test
    void hangingUpTwiceShouldSayThatItIsOver() throws Exception {
        Snapshot talk = alice.talk();
        assertThat(alice.change(talk, 0, END).status()).isEqualTo(202);

        assertThat(alice.until("agent disconnected (client) ACW, customer terminated (peer)"))
                .contains("agent disconnected (client) ACW, customer connected");
        assertThat(alice.change(talk, 0, END).error()).isEqualTo("400 conversation.error.call.disconnected");
        assertThat(alice.change(talk, 0, "{\"held\":true}").error())
                .isEqualTo("400 conversation.error.participant.no.active.conversations");
    }

    @Test
    void hangingUpWhileItRingsShouldCancel() throws Exception {
        alice.dialPersonally(Quick.AREA + "0102");
        Snapshot ringing = alice.untilOne("user connected, external dialing");
        alice.change(ringing, 0, END);

        alice.until("user terminated (client), external terminated (peer)");
    }

    @Test
    void otherLegShouldBeEndedOnlyWithTheRightTo() throws Exception {
        Snapshot talk = alice.talk();
        assertThat(alice.change(talk, 1, END).status()).isEqualTo(202);
        alice.until("agent disconnected (peer) ACW, customer terminated (client)");

        restartWith("genesys.withoutPermissions", "conversation:communication:disconnect");
        assertThat(alice.change(alice.talk(), 1, END).error()).isEqualTo("403 missing.permissions");
    }

    @Test
    void legShouldBeEndedByItsOwnId() throws Exception {
        Snapshot talk = alice.talk();
        String leg = alice.path(talk, 1) + "/communications/" + alice.communication(talk, 1);

        assertThat(alice.rest().patch(leg, "{\"state\":\"connected\"}").error())
                .isEqualTo("400 communication.state.required");
        assertThat(alice.rest()
                        .patch(alice.path(talk, 1) + "/communications/none", END)
                        .status())
                .isEqualTo(404);
        assertThat(alice.rest().patch(leg, END).status()).isEqualTo(200);
    }

    @Test
    void wholeCallShouldBeEndedInTwoWays() throws Exception {
        Snapshot talk = alice.talk();
        assertThat(alice.rest().patch("conversations/calls/" + talk.id(), END).status())
                .isEqualTo(200);
        alice.until("agent disconnected (client) ACW, customer terminated (client)");

        simulators.reset();
        Snapshot another = alice.talk();
        assertThat(alice.rest()
                        .post("conversations/" + another.id() + "/disconnect", "")
                        .status())
                .isEqualTo(202);
        Snapshot down = alice.untilOne("agent terminated (client), customer terminated (client)");
        assertThat(down.party(0).at("/wrapup/code").asText()).isEqualTo("ININ-WRAP-UP-SKIPPED");
    }

    @Test
    void strangerShouldNotTouchTheCall() throws Exception {
        Snapshot talk = alice.talk();
        try (Worker bob = Worker.bob(simulators)) {
            for (String change : List.of(END, "{\"held\":true}", "{\"wrapup\":{\"code\":\"ININ-WRAP-UP-SKIPPED\"}}")) {
                assertThat(bob.change(talk, 0, change).error()).isEqualTo("400 conversation.error.user.not.party");
            }
        }
        assertThat(simulators.books().get(0).state()).isEqualTo("connected");
    }

    @Test
    void mistakesShouldHaveTheirCodes() throws Exception {
        Snapshot talk = alice.talk();
        assertThat(alice.change(talk, 1, "{\"held\":true}").error()).isEqualTo("400 conversation.error.user.not.party");
        assertThat(alice.change(talk, 0, "{}").error()).isEqualTo("400 conversation.participant.update.invalid");
        assertThat(alice.change(talk, 0, "{\"state\":\"singing\"}").error()).isEqualTo("400 invalid.value");
        assertThat(alice.change(talk, 0, "{\"held\":\"yes\"}").error()).isEqualTo("400 invalid.value");
        assertThat(alice.change(talk, 0, "{\"state\":\"connected\"}").error())
                .isEqualTo("400 callback.error.answer.not.alerting");
        assertThat(alice.change(talk, 0, "{\"confined\":true}").error())
                .isEqualTo("400 conversation.error.cannot.confine.party");
        assertThat(alice.rest()
                        .patch("conversations/calls/" + talk.id() + "/participants/none", END)
                        .error())
                .isEqualTo("404 conversation.error.not.conversation.participant");
        assertThat(alice.rest()
                        .patch("conversations/calls/none/participants/none", END)
                        .error())
                .isEqualTo("404 conversation.error.conversation.not.found");
    }

    @Test
    void alertingLegShouldNotBeHeld() throws Exception {
        try (Worker bob = Worker.bob(simulators)) {
            alice.dial("1002");
            Snapshot ringing = bob.untilOne("agent connected, user alerting");

            assertThat(bob.change(ringing, 1, "{\"held\":true}").error())
                    .isEqualTo("400 conversation.error.hold.alerting");
        }
    }

    @Test
    void digitsShouldGoToTheLegThatThePlatformWants() throws Exception {
        Snapshot talk = alice.talk();
        assertThat(digits(talk, 1, "12#*A,")).isEqualTo("202 ");
        assertThat(digits(talk, 0, "1")).isEqualTo("400 bad.request");
        assertThat(digits(talk, 1, "one")).isEqualTo("400 invalid.value");

        restartWith("genesys.digitsAt", "own");
        talk = alice.talk();
        assertThat(digits(talk, 0, "1")).isEqualTo("202 ");
        assertThat(digits(talk, 1, "1")).isEqualTo("400 bad.request");

        restartWith("genesys.digitsAt", "either");
        talk = alice.talk();
        assertThat(List.of(digits(talk, 0, "1"), digits(talk, 1, "1"))).containsOnly("202 ");
    }

    private String digits(Snapshot call, int party, String digits) throws IOException {
        return alice.rest()
                .post(alice.anyPath(call, party) + "/digits", "{\"digits\":\"" + digits + "\"}")
                .error();
    }

    @Test
    void attributesShouldStayOrGo() throws Exception {
        assertThat(attributesAfterTwo().toString()).isEqualTo("{\"one\":\"1\",\"two\":\"2\"}");

        restartWith("genesys.attributes", "replace");
        assertThat(attributesAfterTwo().toString()).isEqualTo("{\"two\":\"2\"}");
    }

    private JsonNode attributesAfterTwo() throws IOException {
        Snapshot talk = alice.talk();
        String path = alice.path(talk, 1) + "/attributes";
        Rest.Reply echoed = alice.rest().patch(path, "{\"attributes\":{\"one\":\"1\"}}");
        assertThat(echoed.status()).isEqualTo(202);
        assertThat(echoed.text("/attributes/one")).isEqualTo("1");
        alice.rest().patch(path, "{\"attributes\":{\"two\":\"2\"}}");
        assertThat(alice.rest().patch(path, "{\"attributes\":{\"three\":3}}").error())
                .isEqualTo("400 invalid.value");
        return alice.rest().get("conversations/calls/" + talk.id()).json().at("/participants/1/attributes");
    }

    @Test
    void uuiDataShouldBeKeptWithTheLeg() throws Exception {
        Snapshot talk = alice.talk();
        String leg = alice.path(talk, 1) + "/communications/" + alice.communication(talk, 1);

        assertThat(alice.rest()
                        .put(leg + "/uuidata", "{\"uuiData\":\"6869;encoding=hex\"}")
                        .status())
                .isEqualTo(200);
        assertThat(alice.rest().get("conversations/" + talk.id()).text("/participants/1/calls/0/uuiData"))
                .isEqualTo("6869;encoding=hex");
    }

    @Test
    void bothFormsShouldBeRead() throws Exception {
        Snapshot talk = alice.talk();
        JsonNode flat = alice.rest().get("conversations/calls/" + talk.id()).json();
        JsonNode nested = alice.rest().get("conversations/" + talk.id()).json();

        assertThat(flat.at("/participants/0/id")).isEqualTo(nested.at("/participants/0/id"));
        assertThat(flat.at("/participants/0").has("calls")).isFalse();
        assertThat(nested.at("/participants/0/userId").asText()).isEqualTo(alice.userId());
        assertThat(nested.at("/participants/1/calls/0/self/addressNormalized").asText())
                .isEqualTo("tel:+13125550142");
        assertThat(nested.has("state")).isFalse();
        assertThat(alice.rest().get("conversations").text("/entities/0/id")).isEqualTo(talk.id());
        assertThat(alice.rest()
                        .get("conversations/calls/maximumconferenceparties")
                        .json()
                        .path("maxParticipants")
                        .asInt())
                .isEqualTo(8);
    }
}
