package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.BookEntry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A third party: consult, transfer, conference (sheet 4). */
class TransferTest extends AtWork {
    private static final String THIRD = "+13125550188";
    private static final String CONSULTING = "agent connected, customer connected confined, customer connected";
    private static final String END = "{\"state\":\"disconnected\"}";

    private Rest.Reply consult(Snapshot call, int party, String speakTo, String to) throws IOException {
        return alice.rest()
                .post(
                        alice.path(call, party) + "/voice/consult",
                        "{\"speakTo\":\"" + speakTo + "\",\"address\":\"" + to + "\"}");
    }

    private Rest.Reply consult(Snapshot call, String to) throws IOException {
        return consult(call, 1, "DESTINATION", to);
    }

    private Snapshot consulting() throws IOException {
        consult(alice.talk(), THIRD);
        return alice.untilOne(CONSULTING);
    }

    private Rest.Reply speak(Snapshot call, String to) throws IOException {
        return alice.rest().patch(alice.path(call, 1) + "/consult", "{\"speakTo\":\"" + to + "\"}");
    }

    @Test
    void consultShouldBeToldOnAllThreeLegs() throws Exception {
        Snapshot talk = alice.talk();
        Rest.Reply reply = consult(talk, THIRD);
        Snapshot call = alice.untilOne(CONSULTING);

        String destination = reply.text("/destinationParticipantId");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(call.party(2).path("id").asText()).isEqualTo(destination);
        for (int party : List.of(0, 1, 2)) {
            assertThat(call.party(party).path("consultParticipantId").asText()).isEqualTo(destination);
        }
        assertThat(call.party(0).at("/attributes/consultInitiator").asText()).isEqualTo("true");
    }

    @Test
    void consultShouldWantTheFarLegAndADestination() throws Exception {
        Snapshot talk = alice.talk();

        assertThat(consult(talk, 0, "DESTINATION", THIRD).error()).isEqualTo("400 not.a.participant");
        assertThat(consult(talk, "").error()).isEqualTo("400 dest.address.not.specified");
        assertThat(consult(talk, 1, "", THIRD).error()).isEqualTo("400 constraint.validation");
        assertThat(consult(talk, 1, "NOBODY", THIRD).error()).isEqualTo("400 invalid.value");
        assertThat(consult(talk, "1001").error()).isEqualTo("400 conversation.error.cannot.transfer.to.self");
        assertThat(speak(talk, "BOTH").error()).isEqualTo("404 conversation.error.consult.transfer.pending.not.found");
        consult(talk, THIRD);
        assertThat(consult(talk, THIRD).error()).isEqualTo("400 conversation.error.cannot.transfer.conference");
    }

    @Test
    void refusedConsultShouldCallNobody() throws Exception {
        Snapshot talk = alice.talk();
        consult(talk, 1, "NOBODY", THIRD);

        assertThat(alice.rest()
                        .get("conversations/calls/" + talk.id())
                        .json()
                        .path("participants")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void consultShouldBeSteeredByTheLegWhomItIsAbout() throws Exception {
        Snapshot call = consulting();

        for (int party : List.of(0, 2)) {
            assertThat(alice.rest()
                            .patch(alice.path(call, party) + "/consult", "{\"speakTo\":\"BOTH\"}")
                            .error())
                    .isEqualTo("400 not.a.participant");
            assertThat(alice.rest().delete(alice.path(call, party) + "/consult").error())
                    .isEqualTo("400 not.a.participant");
        }
    }

    @Test
    void consultShouldKnowColleaguesByIdOnly() throws Exception {
        assertThat(alice.rest()
                        .post(
                                alice.path(alice.talk(), 1) + "/consult/agent",
                                "{\"speakTo\":\"DESTINATION\",\"userName\":\"bob@example.com\"}")
                        .error())
                .isEqualTo("400 dest.address.not.specified");
    }

    @Test
    void speakingShouldMoveTheMusic() throws Exception {
        Snapshot call = consulting();

        assertThat(speak(call, "OBJECT").status()).isEqualTo(200);
        alice.until("agent connected, customer connected, customer connected confined");
        speak(call, "DESTINATION");
        alice.until(CONSULTING);
        speak(call, "BOTH");
        alice.until("agent connected, customer connected, customer connected");
        assertThat(speak(call, "NOBODY").error()).isEqualTo("400 invalid.value");
    }

    @Test
    void conferenceByConsultShouldBeEither() throws Exception {
        assertThat(speak(consulting(), "CONFERENCE").status()).isEqualTo(200);
        Snapshot three = alice.untilOne("agent connected, customer connected, customer connected");
        assertThat(three.party(0).has("consultParticipantId")).isFalse();

        restartWith("genesys.speakToConference", false);
        assertThat(speak(consulting(), "CONFERENCE").error()).isEqualTo("400 invalid.value");
    }

    @Test
    void cancelledConsultShouldGiveTheCustomerBack() throws Exception {
        Snapshot call = consulting();

        assertThat(alice.rest().delete(alice.path(call, 1) + "/consult").status())
                .isEqualTo(200);
        alice.until("agent connected, customer connected, customer terminated (peer)");
    }

    @Test
    void consultedWhoIsBusyShouldGiveTheCustomerBack() throws Exception {
        Snapshot talk = alice.talk();
        consult(talk, Quick.AREA + "0101");

        alice.until("agent connected, customer connected, customer terminated (endpoint)");
    }

    @Test
    void leavingShouldCompleteTheTransfer() throws Exception {
        Snapshot call = consulting();
        alice.change(call, 0, END);

        alice.until("agent disconnected (transfer.consult) ACW, customer connected, customer connected");
        alice.until("agent disconnected (peer) ACW, customer connected, customer connected");
    }

    @Test
    void reasonOfATransferShouldStayWhereItDoes() throws Exception {
        restartWith("genesys.transferFlips", false);
        alice.change(consulting(), 0, END);

        alice.until("agent disconnected (transfer.consult) ACW, customer connected, customer connected");
        assertThat(alice.arrived()).noneMatch(summary -> summary.contains("(peer)"));
    }

    @Test
    void leavingShouldEndAllWhereItDoes() throws Exception {
        restartWith("genesys.leavingCompletes", false);
        alice.change(consulting(), 0, END);

        alice.until("agent disconnected (client) ACW, customer terminated (client), customer terminated (client)");
    }

    @Test
    void consultedColleagueShouldKeepTheCustomer() throws Exception {
        try (Worker bob = Worker.bob(simulators)) {
            Snapshot talk = alice.talk();
            alice.rest()
                    .post(
                            alice.path(talk, 1) + "/consult/agent",
                            "{\"speakTo\":\"DESTINATION\",\"userId\":\"" + bob.userId() + "\"}");
            Snapshot ringing = bob.untilOne("agent connected, customer connected confined, user alerting");
            bob.change(ringing, 2, "{\"state\":\"connected\"}");
            bob.until("agent connected, customer connected confined, user connected");
            alice.change(talk, 0, END);

            bob.until("agent disconnected (transfer.consult) ACW, customer connected, user connected");
            assertThat(simulators.books()).extracting(BookEntry::ended).containsExactly(false);
        }
    }

    @Test
    void olderFormsOfConsultShouldStillWork() throws Exception {
        Snapshot talk = alice.talk();
        assertThat(alice.rest()
                        .post(
                                alice.path(talk, 1) + "/consult",
                                "{\"speakTo\":\"DESTINATION\",\"destination\":{\"address\":\"" + THIRD + "\"}}")
                        .status())
                .isEqualTo(200);
        alice.until(CONSULTING);
        alice.rest().delete(alice.path(talk, 1) + "/consult");
        alice.until("agent connected, customer connected, customer terminated (peer)");
        assertThat(alice.rest()
                        .post(
                                alice.path(talk, 1) + "/consult/external",
                                "{\"speakTo\":\"DESTINATION\",\"address\":\"" + THIRD + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void blindTransferShouldLeaveTheOthersTalking() throws Exception {
        Snapshot talk = alice.talk();
        Rest.Reply reply = alice.rest()
                .post(
                        alice.anyPath(talk, 0) + "/transfer",
                        "{\"address\":\"" + THIRD + "\",\"transferType\":\"Unattended\"}");

        assertThat(reply.status()).isEqualTo(202);
        alice.until("agent disconnected (transfer) ACW, customer connected, customer dialing");
        alice.until("agent disconnected (peer) ACW, customer connected, customer connected");
    }

    @Test
    void blindTransferToAColleagueShouldMakeANewLeg() throws Exception {
        try (Worker bob = Worker.bob(simulators)) {
            Snapshot talk = alice.talk();
            alice.rest().post(alice.anyPath(talk, 0) + "/replace/agent", "{\"userName\":\"bob@example.com\"}");

            Snapshot ringing = bob.summaries(one -> one.summary().endsWith("user alerting"))
                    .get(0);
            assertThat(ringing.party(2).at("/user/id").asText()).isEqualTo(bob.userId());
        }
    }

    @Test
    void queueShouldTakeATransferredCall() throws Exception {
        Snapshot talk = alice.talk();
        String path = alice.anyPath(talk, 0) + "/replace/queue";

        assertThat(alice.rest().post(path, "{\"queueId\":\"none\"}").error())
                .isEqualTo("400 conversations.error.queue.not.found");
        alice.rest().post(path, "{\"queueId\":\"" + alice.described("/queueId") + "\"}");
        alice.until("agent disconnected (transfer) ACW, customer connected, acd connected");
    }

    @Test
    void olderFormOfTransferShouldStillWork() throws Exception {
        Snapshot talk = alice.talk();

        assertThat(alice.rest()
                        .post(alice.path(talk, 0) + "/replace", "{\"address\":\"" + THIRD + "\"}")
                        .status())
                .isEqualTo(202);
        alice.until("agent disconnected (transfer) ACW, customer connected, customer dialing");
    }

    @Test
    void transferShouldWantATalk() throws Exception {
        restartWith("genesys.station", "10s");
        alice.dial(Quick.NUMBER);
        Snapshot contacting = alice.untilOne("agent contacting");

        assertThat(alice.rest()
                        .post(alice.anyPath(contacting, 0) + "/transfer", "{\"address\":\"" + THIRD + "\"}")
                        .error())
                .isEqualTo("400 conversations.error.transfer.not.connected");
    }

    @Test
    void transfersShouldBeRefusedWithTheirCodes() throws Exception {
        String own = alice.anyPath(alice.talk(), 0) + "/transfer";

        assertThat(alice.rest().post(own, "{\"address\":\"1001\"}").error())
                .isEqualTo("400 conversations.error.transfer.same.party");
        assertThat(alice.rest()
                        .post(own, "{\"address\":\"" + THIRD + "\",\"transferType\":\"Warm\"}")
                        .error())
                .isEqualTo("400 invalid.value");
        assertThat(alice.rest().post(own, "{}").error()).isEqualTo("400 dest.address.not.specified");
        assertThat(alice.rest().post(own, "{\"userName\":\"bob\"}").error()).isEqualTo("404 not.found");
        assertThat(alice.rest()
                        .post(own, "{\"address\":\"" + THIRD + "\",\"userName\":\"bob@example.com\"}")
                        .error())
                .isEqualTo("400 bad.request");
        assertThat(alice.rest().post(own, "{\"address\":\"sip:x@forbidden\"}").error())
                .isEqualTo("400 conversation.error.disallowed.transfer.destination");
    }

    @Test
    void twoCallsShouldBecomeAConference() throws Exception {
        Snapshot first = alice.talk();
        alice.change(first, 0, "{\"held\":true}");
        alice.dial(THIRD);
        alice.summaries(
                one -> !one.id().equals(first.id()) && one.summary().equals("agent connected, customer connected"));
        String id = alice.rest().get("conversations/calls").text("/entities/1/id");
        Rest.Reply reply = alice.rest()
                .patch("conversations/calls/" + first.id() + "/conference", "{\"conversationIds\":[\"" + id + "\"]}");

        assertThat(reply.status()).isEqualTo(202);
        alice.until("agent connected, customer connected, customer connected");
        assertThat(alice.rest()
                        .patch("conversations/calls/" + first.id() + "/conference", "{\"conversationIds\":[]}")
                        .error())
                .isEqualTo("400 conversation.error.empty.conversation.list");
        assertThat(alice.rest()
                        .patch(
                                "conversations/calls/" + first.id() + "/conference",
                                "{\"conversationIds\":[\"" + first.id() + "\"]}")
                        .error())
                .isEqualTo("400 conversation.error.cannot.conference.self");
    }

    @Test
    void oneShouldLeaveAConferenceWithoutEndingIt() throws Exception {
        Snapshot call = consulting();
        speak(call, "BOTH");
        alice.until("agent connected, customer connected, customer connected");
        alice.change(call, 2, END);

        alice.until("agent connected, customer connected, customer terminated (client)");
    }
}
