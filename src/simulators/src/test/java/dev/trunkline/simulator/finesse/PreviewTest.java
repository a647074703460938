package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record is offered to an agent: he takes it or leaves it (sheet 4.3, 4.4). */
class PreviewTest {
    private static final String OFFERED = "POST ALERTING [INITIATED, ALERTING]";
    private static final String LEFT = "DELETE DROPPED [DROPPED, DROPPED]";

    private Simulators simulators;
    private Dialled dialer;
    private Desk alice;

    @BeforeEach
    void signIn() throws Exception {
        open(Quick.options());
    }

    private void open(Options options) throws Exception {
        simulators = Simulators.start(options);
        dialer = new Dialled(simulators);
        alice = Dialled.readyAlice(simulators);
    }

    private void reopen(Options options) throws Exception {
        close();
        open(options);
    }

    @AfterEach
    void close() throws Exception {
        alice.close();
        simulators.close();
    }

    private Update offered() {
        dialer.offer(Quick.NUMBER, "preview");
        return alice.untilOne(OFFERED);
    }

    @Test
    void reservationShouldShowTheRecord() {
        dialer.offer(Quick.NUMBER, "preview");
        List<Update> told = alice.until(OFFERED);
        Update reservation = told.get(1);

        assertThat(told.get(0).summary()).isEqualTo("put RESERVED_OUTBOUND_PREVIEW");
        assertThat(reservation.actionsOf("1001")).containsExactly("ACCEPT", "REJECT", "CLOSE");
        assertThat(reservation.text("toAddress")).isEqualTo("1001");
        assertThat(reservation.media("callType")).isEqualTo("OUTBOUND_PREVIEW");
        assertThat(reservation.media("dialedNumber")).isEqualTo(Quick.NUMBER);
        assertThat(reservation.variable("BAStatus")).isEqualTo("PREVIEW_OUTBOUND_RESERVATION");
        assertThat(reservation.variable("BACampaign")).isNotEmpty();
        assertThat(reservation.variable("BATimeZone")).isEqualTo("-00360");
        assertThat(reservation.variable("BACustomerNumber")).isEmpty();
        assertThat(simulators.books()).isEmpty();
        assertThat(dialer.offered("state")).isEqualTo("OFFERED");
        assertThat(dialer.offered("reservationId")).isEqualTo(reservation.dialogId());
    }

    @Test
    void acceptedRecordShouldBecomeALinkedCallOfItsOwn() throws Exception {
        Update reservation = offered();
        HttpResponse<String> answer = alice.act(reservation.dialogId(), "ACCEPT", "");
        Update accepted = alice.next();
        List<Update> called = alice.until("put TALKING");
        Update talk = called.get(called.size() - 2);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(accepted.summary()).isEqualTo("PUT ACCEPTED [ACTIVE, ACCEPTED]");
        assertThat(accepted.requestId()).isNotEmpty();
        assertThat(accepted.variable("BAResponse")).isEqualTo("Accept");
        assertThat(accepted.actionsOf("1001")).isEmpty();
        assertThat(Desk.summaries(called))
                .containsExactly(
                        "POST INITIATED [INITIATED]",
                        "PUT DROPPED [DROPPED, DROPPED]",
                        "PUT DROPPED [DROPPED, DROPPED]",
                        LEFT,
                        "PUT ALERTING [INITIATED, ALERTING]",
                        "PUT ACTIVE [ACTIVE, ACTIVE]",
                        "put TALKING");
        assertThat(talk.dialogId()).isNotEqualTo(reservation.dialogId());
        assertThat(talk.text("associatedDialogUri")).isEqualTo(reservation.text("uri"));
        assertThat(talk.text("fromAddress")).isEqualTo("1001");
        assertThat(talk.text("toAddress")).isEqualTo(Quick.NUMBER);
        assertThat(talk.media("callType")).isEqualTo("OUTBOUND");
        assertThat(talk.media("DNIS")).isEqualTo("1001");
        assertThat(talk.media("queueName")).isEqualTo(talk.variable("BACampaign"));
        assertThat(talk.variable("BAStatus")).isEqualTo("PREVIEW_OUTBOUND");
        assertThat(talk.variable("BAResponse")).isEqualTo("CPA_Voice");
        assertThat(simulators.books())
                .singleElement()
                .matches(call -> call.callId().equals(talk.dialogId())
                        && call.number().equals(Quick.NUMBER)
                        && call.agent().equals("alice"));
    }

    @Test
    void talkShouldListTheSevenActionsOfTheSeedInItsOrder() throws Exception {
        reopen(Quick.options().with("finesse.listsReclassify", false));
        alice.act(offered().dialogId(), "ACCEPT", "");
        Update talk = alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE]");

        for (String party : List.of("1001", Quick.NUMBER)) {
            assertThat(talk.actionsOf(party))
                    .containsExactly(
                            "TRANSFER_SST",
                            "CONSULT_CALL",
                            "HOLD",
                            "UPDATE_CALL_DATA",
                            "SEND_DTMF",
                            "DROP",
                            "UPDATE_SCHEDULED_CALLBACK");
        }
    }

    @Test
    void agentShouldWrapUpAndBeReadyAgain() throws Exception {
        alice.act(offered().dialogId(), "ACCEPT", "");
        String id = alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE]").dialogId();
        alice.act(id, "DROP", "");

        assertThat(Desk.summaries(alice.until("DELETE DROPPED [DROPPED]")))
                .containsSubsequence("PUT ACTIVE [WRAP_UP]", "put WORK_READY", "put READY");
        assertThat(dialer.offered("state")).isEqualTo("ENDED");
        assertThat(dialer.offered("callId")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"REJECT,Reject,REJECTED", "CLOSE,Reject-Close,CLOSED"})
    void leftRecordShouldFreeTheAgent(String action, String response, String state) throws Exception {
        String id = offered().dialogId();
        alice.act(id, action, "");
        List<Update> told = alice.until("put READY");

        assertThat(Desk.summaries(told))
                .containsExactly("PUT DROPPED [DROPPED, DROPPED]", "PUT DROPPED [DROPPED, DROPPED]", LEFT, "put READY");
        assertThat(told.get(0).requestId()).isNotEmpty();
        assertThat(told.get(0).variable("BAResponse")).isEqualTo(response);
        assertThat(dialer.offered("state")).isEqualTo(state);
        assertThat(simulators.books()).isEmpty();
        assertThat(Rest.errorType(alice.act(id, action, ""))).isEqualTo("404 Dialog Not Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOLD", "RETRIEVE", "DROP", "ANSWER", "UPDATE_CALL_DATA", "CANCEL_SCHEDULED_CALLBACK"})
    void nothingElseShouldBePossibleWithAReservation(String action) throws Exception {
        String data = "<mediaProperties><wrapUpReason>Wrong number</wrapUpReason></mediaProperties>";
        assertThat(alice.act(offered().dialogId(), action, data).statusCode()).isEqualTo(202);

        assertThat(alice.next().summary()).isEqualTo("PUT error Generic Error");
        assertThat(dialer.offered("state")).isEqualTo("OFFERED");
    }

    @Test
    void secondAcceptShouldFailAndDialNothing() throws Exception {
        reopen(Quick.options().with("finesse.dialer", "20s"));
        String id = offered().dialogId();
        alice.act(id, "ACCEPT", "");
        alice.until("PUT ACCEPTED [ACTIVE, ACCEPTED]");
        alice.act(id, "ACCEPT", "");
        assertThat(alice.next().summary()).isEqualTo("PUT error Generic Error");
        alice.act(id, "CLOSE", "");

        assertThat(alice.next().summary()).isEqualTo("PUT error Generic Error");
        assertThat(simulators.books()).hasSize(1);
        assertThat(dialer.offered("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void callThatIsDroppedBeforeItIsDialledShouldLeaveNothing() throws Exception {
        reopen(Quick.options().with("finesse.dialer", "20s"));
        alice.act(offered().dialogId(), "ACCEPT", "");
        alice.until("PUT ACCEPTED [ACTIVE, ACCEPTED]");
        alice.act(dialer.offered("callId"), "DROP", "");

        assertThat(Desk.summaries(alice.until("put READY"))).contains("DELETE DROPPED [DROPPED]", LEFT);
        assertThat(simulators.books()).allMatch(call -> call.ended()).hasSize(1);
        assertThat(dialer.offered("state")).isEqualTo("NOT_REACHED");
    }

    @Test
    void recordThatNobodyTakesShouldTimeOut() throws Exception {
        reopen(Quick.options().with("finesse.offer", "30ms"));
        dialer.offer(Quick.NUMBER, "preview");

        assertThat(Desk.summaries(alice.until("put READY"))).contains(LEFT);
        assertThat(dialer.offered("state")).isEqualTo("TIMED_OUT");
    }

    @Test
    void agentMayBeNotReadyAfterATimeOut() throws Exception {
        reopen(Quick.options().with("finesse.offer", "30ms").with("finesse.afterOfferTimeout", "notReady"));
        dialer.offer(Quick.NUMBER, "preview");

        assertThat(Desk.summaries(alice.until("put NOT_READY"))).contains(LEFT).doesNotContain("put READY");
    }

    @Test
    void withdrawnRecordShouldGoFromTheAgent() throws Exception {
        Update reservation = offered();
        assertThat(dialer.withdraw(reservation.dialogId())).isEqualTo(202);

        assertThat(Desk.summaries(alice.until("put READY"))).contains(LEFT);
        assertThat(dialer.offered("state")).isEqualTo("WITHDRAWN");
        assertThat(Rest.errorType(alice.act(reservation.dialogId(), "ACCEPT", "")))
                .isEqualTo("404 Dialog Not Found");
        assertThat(dialer.withdraw(reservation.dialogId())).isEqualTo(409);
    }

    @Test
    void recordMayBeWithdrawnWhileAcceptIsOnItsWay() throws Exception {
        String id = offered().dialogId();
        dialer.inject("{\"kind\":\"withdraw-offer\",\"agent\":\"alice\"}");
        assertThat(alice.act(id, "ACCEPT", "").statusCode()).isEqualTo(202);
        List<Update> told = alice.until("PUT error Generic Error");

        assertThat(Desk.summaries(told)).containsSubsequence(LEFT, "put READY", "PUT error Generic Error");
        assertThat(told.get(told.size() - 1).requestId()).isNotEmpty();
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void recordWithoutANumberShouldNotBeDialled() throws Exception {
        dialer.offer("\"mode\":\"preview\"");
        Update reservation = alice.untilOne(OFFERED);
        alice.act(reservation.dialogId(), "ACCEPT", "");
        Update refused = alice.next();
        alice.act(reservation.dialogId(), "CLOSE", "");

        assertThat(reservation.media("dialedNumber")).isEmpty();
        assertThat(refused.document().toString()).contains("CF_INVALID_CALLED_DEVICE");
        assertThat(refused.requestId()).isNotEmpty();
        alice.until("put READY");
        assertThat(dialer.offered("state")).isEqualTo("CLOSED");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void changeOfStateShouldWaitForTheReservation() throws Exception {
        String id = offered().dialogId();
        alice.state("<state>NOT_READY</state><reasonCodeId>7</reasonCodeId>");
        Update wish = alice.next();
        alice.act(id, "REJECT", "");

        assertThat(wish.summary()).isEqualTo("put RESERVED_OUTBOUND_PREVIEW");
        assertThat(wish.user("pendingState")).isEqualTo("NOT_READY");
        assertThat(alice.untilOne("put NOT_READY").user("reasonCodeId")).isEqualTo("7");
    }

    @Test
    void reservedAgentShouldNotDialNorGetASecondOffer() throws Exception {
        offered();
        alice.dial(Quick.NUMBER);

        assertThat(alice.next().summary()).isEqualTo("PUT error Call Operation Failure");
        assertThat(simulators.books()).isEmpty();
        assertThat(simulators.finesse().offers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0101,CPA_Busy,BUSY", "0104,CPA_Invalid,INVALID", "0102,CPA_No_Answer,''"})
    void customerWhoIsNotReachedShouldBeTold(String digits, String response, String classification) throws Exception {
        dialer.offer("312555" + digits, "preview");
        alice.act(alice.untilOne(OFFERED).dialogId(), "ACCEPT", "");
        alice.until("POST INITIATED [INITIATED]");
        List<Update> told = alice.until("put READY");
        Update last = told.get(told.size() - 2);

        assertThat(last.event()).isEqualTo("DELETE");
        assertThat(last.variable("BAResponse")).isEqualTo(response);
        assertThat(last.media("outboundClassification")).isEqualTo(classification);
        assertThat(dialer.offered("state")).isEqualTo("NOT_REACHED");
    }

    @Test
    void streamMayBeCutBetweenReservationAndCall() throws Exception {
        dialer.offer("3125550109", "preview");
        String id = alice.untilOne(OFFERED).dialogId();
        alice.act(id, "ACCEPT", "");
        alice.stream().awaitClosed();

        assertThat(alice.dialogs()).contains("<callType>OUTBOUND</callType>").doesNotContain("<id>" + id);
    }

    @Test
    void acceptMayBeAnsweredAsTheNumberSays() throws Exception {
        dialer.offer("3125550107", "preview");
        String id = alice.untilOne(OFFERED).dialogId();

        assertThat(Rest.errorType(alice.act(id, "ACCEPT", ""))).isEqualTo("500 Internal Server Error");
        assertThat(dialer.offered("state")).isEqualTo("OFFERED");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void resetShouldTakeTheOfferBackAndClearItsBooks() {
        offered();
        simulators.reset();

        alice.until(LEFT);
        assertThat(simulators.finesse().offers()).isEmpty();
    }
}
