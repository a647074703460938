package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call from the agent's phone to its end, and the numbers of the far ends (sheet 3.2, 6.2, 6.4). */
class FarEndTest extends AtWork {
    private BookEntry booked() {
        return simulators.books().get(0);
    }

    private List<Integer> reasons(Snapshot call) throws IOException {
        JsonNode legs = alice.rest().get("conversations/" + call.id()).json().at("/participants/1/calls/0");
        return List.of(
                legs.at("/disconnectReasons/0/code").asInt(),
                legs.at("/disconnectReasons/1/code").asInt());
    }

    @Test
    void answeredCallShouldComeFrameByFrame() throws Exception {
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(202);

        assertThat(alice.until("agent connected, customer connected"))
                .containsExactly(
                        "agent contacting",
                        "agent dialing, customer dialing",
                        "agent connected, customer dialing",
                        "agent connected, customer connected");
        assertThat(booked().state()).isEqualTo("connected");
        assertThat(booked().agent()).isEqualTo("alice");
        assertThat(booked().number()).isEqualTo(Quick.NUMBER);
        assertThat(booked().ended()).isFalse();
    }

    @Test
    void snapshotShouldHaveItsEnvelopeAndAddresses() throws Exception {
        alice.rest()
                .post(
                        "conversations/calls",
                        "{\"phoneNumber\":\"312-555-0142\",\"callFromQueueId\":\"" + alice.described("/queueId")
                                + "\",\"callerId\":\"+18005550111\",\"attributes\":{\"crm\":\"7\"}}");
        JsonNode frame = alice.listener()
                .until(one -> one.at("/eventBody/participants").size() == 2)
                .get(1);

        assertThat(frame.path("topicName").asText()).isEqualTo(alice.topic("conversations.calls"));
        assertThat(frame.path("version").asText()).isEqualTo("2");
        assertThat(frame.at("/metadata/CorrelationId").asText()).isNotEmpty();
        JsonNode far = frame.at("/eventBody/participants/1");
        assertThat(far.path("dnis").asText()).isEqualTo("tel:+13125550142");
        assertThat(far.path("ani").asText()).isEqualTo("tel:+18005550111");
        assertThat(far.at("/attributes/crm").asText()).isEqualTo("7");
        assertThat(far.path("startTime").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(far.has("disconnectReasons")).isFalse();
        JsonNode own = frame.at("/eventBody/participants/0");
        assertThat(own.at("/user/id").asText()).isEqualTo(alice.userId());
        assertThat(own.path("address").asText()).startsWith("sip:1001");
    }

    @Test
    void personalCallShouldHaveOtherPurposesAndNoWrapUp() throws Exception {
        alice.dialPersonally(Quick.NUMBER);
        Snapshot talk = alice.untilOne("user connected, external connected");
        alice.change(talk, 0, "{\"state\":\"disconnected\"}");

        assertThat(talk.party(0).path("wrapupRequired").asBoolean()).isFalse();
        assertThat(alice.until("user terminated (client), external terminated (peer)"))
                .noneMatch(summary -> summary.contains("ACW"));
        assertThat(booked().ended()).isTrue();
    }

    @Test
    void framesThatAreOptionalShouldBeLeftOutWhereTheyAre() throws Exception {
        restartWith("genesys.agentLegDials", false);
        alice.dial(Quick.NUMBER);

        assertThat(alice.until("agent connected, customer connected"))
                .containsExactly(
                        "agent contacting", "agent connected, customer dialing", "agent connected, customer connected");
    }

    @Test
    void ringingShouldBeSeenWhereItIsTold() throws Exception {
        restartWith("genesys.farRings", true);
        alice.dial(Quick.NUMBER);

        assertThat(alice.until("agent connected, customer connected")).contains("agent connected, customer alerting");
    }

    @Test
    void firstEventShouldComeBeforeOrAfterTheAnswer() throws Exception {
        restartWith("genesys.firstEvent", "beforeAnswer");
        String id = alice.dial(Quick.NUMBER).text("/id");
        assertThat(alice.arrived()).isNotEmpty();
        assertThat(simulators.books()).extracting(BookEntry::callId).containsExactly(id);

        restart(Quick.unhurried().with("genesys.firstEvent", "afterAnswer").with("genesys.begin", "500ms"));
        alice.dial(Quick.NUMBER);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void dialShouldBeAnsweredByEitherStatus() throws Exception {
        restartWith("genesys.dialStatus", 200);

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
    }

    @Test
    void busyShouldBeToldByTheNestedFormOnly() throws Exception {
        alice.dial(Quick.AREA + "0101");
        Snapshot failed = alice.untilOne("agent disconnected (peer) ACW, customer terminated (endpoint)");

        assertThat(reasons(failed)).containsExactly(486, 17);
        assertThat(booked().state()).isEqualTo("ACW");
    }

    @Test
    void noAnswerShouldTimeOut() throws Exception {
        alice.dial(Quick.AREA + "0102");
        Snapshot failed = alice.untilOne("agent disconnected (peer) ACW, customer terminated (timeout)");

        assertThat(reasons(failed)).containsExactly(480, 19);
        assertThat(failed.party(1).has("connectedTime")).isFalse();
    }

    @Test
    void rejectionShouldHaveItsCodes() throws Exception {
        alice.dial(Quick.AREA + "0103");

        assertThat(reasons(alice.untilOne("agent disconnected (peer) ACW, customer terminated (endpoint)")))
                .containsExactly(603, 21);
    }

    @Test
    void invalidNumberShouldBeFoundOutByAnyOfThree() throws Exception {
        alice.dial(Quick.AREA + "0104");
        assertThat(reasons(alice.untilOne("agent disconnected (peer) ACW, customer terminated (endpoint)")))
                .containsExactly(404, 1);

        restartWith("genesys.invalidNumber", "dialplan");
        alice.dial(Quick.AREA + "0104");
        Snapshot unroutable = alice.untilOne("agent disconnected (peer) ACW, customer terminated (error)");
        assertThat(unroutable.party(1).at("/errorInfo/code").asText())
                .isEqualTo("error.ininedgecontrol.connection.dialplan.notReachable");

        restartWith("genesys.invalidNumber", "uncallable");
        alice.dial(Quick.AREA + "0104");
        alice.untilOne("agent disconnected (peer) ACW, customer terminated (uncallable)");
    }

    @Test
    void carriersShouldDiffer() throws Exception {
        restart(Quick.unhurried()
                .with("genesys.carrierReasons", false)
                .with("genesys.busyType", "system")
                .with("genesys.wrapUpUnanswered", false));
        alice.dial(Quick.AREA + "0101");
        Snapshot failed = alice.untilOne("agent terminated (peer), customer terminated (system)");

        assertThat(alice.rest()
                        .get("conversations/" + failed.id())
                        .json()
                        .at("/participants/1/calls/0")
                        .has("disconnectReasons"))
                .isFalse();
        assertThat(booked().ended()).isTrue();
    }

    @Test
    void otherTypesShouldGoWithTheSameCodes() throws Exception {
        restart(usual().with("genesys.noAnswerType", "endpoint").with("genesys.rejectType", "system"));
        alice.dial(Quick.AREA + "0102");
        assertThat(reasons(alice.untilOne("agent disconnected (peer) ACW, customer terminated (endpoint)")))
                .containsExactly(480, 19);

        simulators.reset();
        alice.dial(Quick.AREA + "0103");
        assertThat(reasons(alice.untilOne("agent disconnected (peer) ACW, customer terminated (system)")))
                .containsExactly(603, 21);
    }

    @Test
    void shortCallShouldBeEndedByTheCustomer() throws Exception {
        alice.dial(Quick.AREA + "0105");

        assertThat(alice.until("agent disconnected (peer) ACW, customer terminated (endpoint)"))
                .containsSubsequence(
                        "agent connected, customer connected",
                        "agent connected, customer disconnected (endpoint)",
                        "agent disconnected (peer) ACW, customer terminated (endpoint)");
    }

    @Test
    void endShouldBeToldInOneWordWhereItIs() throws Exception {
        restartWith("genesys.straightToTerminated", true);
        alice.dial(Quick.AREA + "0105");

        assertThat(alice.until("agent terminated (peer) ACW, customer terminated (endpoint)"))
                .noneMatch(summary -> summary.contains("disconnected"));
    }

    @Test
    void slowAnswerShouldComeAfterTheCallItself() throws Exception {
        long before = System.nanoTime();
        Rest.Reply reply = alice.dial(Quick.AREA + "0106");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(250_000_000L);
        assertThat(alice.arrived()).isNotEmpty();
    }

    @Test
    void serverErrorShouldCreateNoCall() throws Exception {
        assertThat(alice.dial(Quick.AREA + "0107").error()).isEqualTo("500 internal.server.error");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        Rest.Reply reply = alice.dial(Quick.AREA + "0108");

        assertThat(reply.error()).isEqualTo("429 too.many.requests.retry.after");
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void streamShouldBeCutAsTheCallStartsAndLetInLater() throws Exception {
        alice.dial(Quick.AREA + "0109");
        assertThat(alice.listener().awaitClosed()).isEqualTo(-1);

        assertThatThrownBy(alice::reconnect).hasMessageContaining("Handshake");
        Await.until("the agent may come in again", this::reconnects);
        assertThat(alice.rest().get("conversations/calls").text("/entities/0/id"))
                .isEqualTo(booked().callId());
    }

    private boolean reconnects() {
        try {
            alice.reconnect();
            return true;
        } catch (RuntimeException e) { // refused: that is the other answer
            return false;
        }
    }

    @Test
    void disorderlyEventsShouldComeTwiceAndSwapped() throws Exception {
        alice.dial(Quick.AREA + "0110");

        assertThat(alice.until("agent connected, customer connected"))
                .startsWith(
                        "agent dialing, customer dialing",
                        "agent contacting",
                        "agent dialing, customer dialing",
                        "agent contacting");
    }

    @Test
    void lostAnswerShouldLeaveACallBehind() throws Exception {
        assertThatThrownBy(() -> alice.dial(Quick.AREA + "0111")).isInstanceOf(IOException.class);

        alice.until("agent connected, customer connected");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void destinationShouldBeExactlyOne() throws Exception {
        assertThat(alice.rest().post("conversations/calls", "{}").error())
                .isEqualTo("400 missing.create.conversation.destination.parameter");
        assertThat(alice.rest()
                        .post(
                                "conversations/calls",
                                "{\"phoneNumber\":\"1\",\"callUserId\":\"" + alice.described("/people/bob/userId")
                                        + "\"}")
                        .error())
                .isEqualTo("400 too.many.create.conversation.parameters");
        assertThat(alice.rest()
                        .post("conversations/calls", "{\"phoneNumber\":\"1\",\"callFromQueueId\":\"none\"}")
                        .status())
                .isEqualTo(404);
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void phoneWithACallShouldRefuseASecond() throws Exception {
        alice.talk();

        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("409 conversation.error.outbound.call.cannot.be.placed");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void callForAQueueShouldNeedItWhereThatIsSo() throws Exception {
        restartWith("genesys.mustBeOnQueue", true);

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(400);
        assertThat(alice.dialPersonally(Quick.NUMBER).status()).isEqualTo(202);
    }

    @Test
    void callForAQueueShouldNeedAMember() throws Exception {
        String other = alice.rest().get("routing/queues").text("/entities/1/id");

        assertThat(alice.rest()
                        .post(
                                "conversations/calls",
                                "{\"phoneNumber\":\"" + Quick.NUMBER + "\",\"callFromQueueId\":\"" + other + "\"}")
                        .error())
                .isEqualTo("403 not.authorized");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void colleagueShouldRingAndAnswer() throws Exception {
        try (Worker bob = Worker.bob(simulators)) {
            alice.dial("1002");
            Snapshot ringing = bob.untilOne("agent connected, user alerting");
            assertThat(bob.change(ringing, 1, "{\"state\":\"connected\"}").status())
                    .isEqualTo(202);

            alice.until("agent connected, user connected");
            bob.until("agent connected, user connected");
            bob.change(ringing, 1, "{\"state\":\"disconnected\"}");
            alice.until("agent disconnected (peer) ACW, user terminated (client)");
            assertThat(simulators.books()).hasSize(1);
        }
    }

    @Test
    void colleagueShouldBeCalledByIdTooAndMayReject() throws Exception {
        try (Worker bob = Worker.bob(simulators)) {
            alice.rest()
                    .post("conversations/calls", "{\"callUserId\":\"" + alice.described("/people/bob/userId") + "\"}");
            Snapshot ringing = bob.untilOne("user connected, user alerting");
            bob.change(ringing, 1, "{\"state\":\"disconnected\"}");

            alice.until("user terminated (peer), user terminated (endpoint)");
        }
    }

    @Test
    void phoneOfAColleagueShouldAnswerByItselfOrNotAtAll() throws Exception {
        alice.dial("1002");
        alice.until("agent disconnected (peer) ACW, user terminated (timeout)");

        restartWith("genesys.agentPhones", "autoAnswer");
        alice.dial("1002");
        alice.until("agent connected, user connected");
    }

    @Test
    void speedShouldDivideTheTimes() throws Exception {
        restart(Options.onAnyPorts().with("genesys.speed", 20).with("genesys.wrapUp", "1000s"));
        alice.dial(Quick.AREA + "0102");

        alice.until("agent disconnected (peer) ACW, customer terminated (timeout)");
    }
}
