package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who owns which dialog after consult, transfer and conference (sheet 4.2). */
class TransferTest {
    private static final String TO_BOB = "<toAddress>1002</toAddress>";
    private static final Predicate<Update> DELETE = update -> update.event().equals("DELETE");
    private static final Predicate<Update> POST = update -> update.event().equals("POST");

    private Simulators simulators;
    private Desk alice;
    private Desk bob;

    @BeforeEach
    void signIn() throws Exception {
        open(Quick.options());
    }

    private void open(Options options) throws Exception {
        simulators = Simulators.start(options);
        alice = Desk.alice(simulators);
        bob = Desk.bob(simulators);
    }

    @AfterEach
    void close() throws Exception {
        alice.close();
        bob.close();
        simulators.close();
    }

    @Test
    void originalShouldSurviveTheTransferAtTheOtherAgent() throws Exception {
        String original = talk();
        String consult = consult(original);
        alice.act(original, "TRANSFER", "");

        Update posted = last(bob.until(POST));
        assertThat(posted.dialogId()).isEqualTo(original);
        assertThat(posted.text("secondaryId")).isEqualTo(consult);
        assertThat(posted.text("fromAddress")).isEqualTo("1001");
        assertThat(posted.text("toAddress")).isEqualTo(Quick.NUMBER);
        assertThat(posted.media("callType")).isEqualTo("TRANSFER");
        assertThat(last(bob.until(DELETE)).dialogId()).isEqualTo(consult);
        List<Update> atAlice = alice.until("put WORK");
        assertThat(atAlice).filteredOn(DELETE).extracting(Update::dialogId).containsExactly(consult);
        assertThat(last(alice.until(DELETE)).dialogId()).isEqualTo(original);
        assertThat(alice.dialogs()).isEqualTo("<Dialogs></Dialogs>");

        assertThat(last(bob.until("PUT ACTIVE [ACTIVE, ACTIVE]")).addresses()).containsExactly(Quick.NUMBER, "1002");
        assertThat(booked(original).ended()).isFalse();
        assertThat(booked(consult).ended()).isTrue();
        bob.act(original, "DROP", "");
        bob.until("put WORK");
        bob.until(DELETE);
        assertThat(booked(original).ended()).isTrue();
    }

    @Test
    void consultShouldSurviveWhenTheAgentAlternated() throws Exception {
        String original = talk();
        String consult = consult(original);
        alice.act(original, "RETRIEVE", "");
        alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
        alice.act(consult, "TRANSFER", "");

        Update kept = last(bob.until(
                update -> update.isDialog() && update.media("callType").equals("TRANSFER")));
        assertThat(kept.dialogId()).isEqualTo(consult);
        assertThat(kept.text("secondaryId")).isEqualTo(original);
        assertThat(kept.text("toAddress")).isEqualTo("1002");
        assertThat(kept.addresses()).containsExactly("1001", "1002", Quick.NUMBER);
        alice.until("put WORK");
        assertThat(booked(original).ended()).isTrue();
        assertThat(booked(consult).ended()).isFalse();
        customerHangsUp(consult);
        bob.until("put WORK");
    }

    @Test
    void whoNeedNotWrapUpShouldLoseBothAtOnce() throws Exception {
        close();
        open(Quick.options().with("finesse.wrapUpOnOutgoing", "notAllowed"));
        String original = talk();
        String consult = consult(original);
        alice.act(original, "TRANSFER", "");

        List<Update> told = alice.until("put NOT_READY");
        assertThat(told).filteredOn(DELETE).extracting(Update::dialogId).containsExactly(original, consult);
        assertThat(Desk.summaries(told)).noneMatch(summary -> summary.contains("WRAP_UP"));
        assertThat(bob.dialogs()).contains(original).doesNotContain("1001</mediaAddress>");
    }

    @Test
    void consultThatIsGivenUpShouldLeaveTheCustomerHeld() throws Exception {
        String original = talk();
        String consult = consult(original);
        alice.act(consult, "DROP", "");

        assertThat(Desk.summaries(alice.until("put HOLD"))).noneMatch(summary -> summary.contains("[WRAP_UP"));
        assertThat(Desk.summaries(bob.until("put WORK"))).contains("PUT ACTIVE [WRAP_UP]");
        alice.act(original, "RETRIEVE", "");
        alice.until("put TALKING");
    }

    @Test
    void blindTransferShouldRingAndThenBelongToTheOtherAgent() throws Exception {
        String original = talk();
        alice.act(original, "TRANSFER_SST", TO_BOB);

        Update rings = bob.next();
        assertThat(rings.event() + " " + rings.text("state")).isEqualTo("POST ALERTING");
        assertThat(rings.media("callType")).isEqualTo("TRANSFER");
        assertThat(rings.actionsOf("1002")).containsExactly("ANSWER");
        bob.until("put RESERVED");
        alice.until("put WORK");
        alice.until(DELETE);
        bob.act(original, "ANSWER", "");
        bob.until("put TALKING");
        assertThat(bob.dialogs()).contains(original, "<mediaAddress>" + Quick.NUMBER);
        assertThat(booked(original).ended()).isFalse();
        customerHangsUp(original);
        bob.until("put WORK");
    }

    @Test
    void customerWhoDoesNotWaitShouldLeaveThePhoneQuiet() throws Exception {
        String original = talk();
        alice.act(original, "TRANSFER_SST", TO_BOB);
        bob.until("put RESERVED");
        customerHangsUp(original);

        assertThat(Desk.summaries(bob.until("put NOT_READY"))).noneMatch(summary -> summary.contains("WORK"));
        alice.until(DELETE);
        assertThat(booked(original).ended()).isTrue();
    }

    @Test
    void blindTransferToABusyPhoneShouldFail() throws Exception {
        bob.talk(Quick.NUMBER);
        String original = talk();
        alice.act(original, "TRANSFER_SST", TO_BOB);

        assertThat(alice.next().document().toString()).contains("CF_RESOURCE_BUSY");
        assertThat(alice.dialogs()).contains(original);
    }

    @Test
    void callThatGoesOutsideShouldEndHereAndSaySoInTheBooks() throws Exception {
        String original = talk();
        alice.act(original, "TRANSFER_SST", "<toAddress>9015550199</toAddress>");
        alice.until(DELETE);

        assertThat(booked(original).ended()).isTrue();
        assertThat(booked(original).state()).isEqualTo("TRANSFERRED");
    }

    @Test
    void conferenceShouldBeSeenByBothAgents() throws Exception {
        String original = talk();
        String consult = conference(original);

        assertThat(bob.dialogs())
                .contains("<callType>CONFERENCE</callType>", "<secondaryId>" + consult + "</secondaryId>")
                .doesNotContain("<id>" + consult);
        assertThat(booked(consult).ended()).isTrue();
    }

    @Test
    void droppedAgentShouldBeOut() throws Exception {
        String original = talk();
        conference(original);
        alice.rest()
                .put(
                        "/finesse/api/Dialog/" + original,
                        "<Dialog><targetMediaAddress>1002</targetMediaAddress>"
                                + "<requestedAction>PARTICIPANT_DROP</requestedAction></Dialog>");

        bob.until("put WORK");
        bob.until(DELETE);
        alice.until("PUT ACTIVE [ACTIVE, ACTIVE, WRAP_UP]");
        assertThat(last(alice.until("PUT ACTIVE [ACTIVE, ACTIVE]")).addresses()).containsExactly("1001", Quick.NUMBER);
        assertThat(booked(original).ended()).isFalse();
    }

    @Test
    void conferenceShouldOutliveItsController() throws Exception {
        String original = talk();
        conference(original);
        alice.act(original, "DROP", "");
        alice.until("put WORK");
        alice.until(DELETE);

        assertThat(last(bob.until("PUT ACTIVE [ACTIVE, ACTIVE]")).addresses()).containsExactly(Quick.NUMBER, "1002");
        bob.act(original, "DROP", "");
        bob.until("put WORK");
    }

    @Test
    void conferenceShouldOutliveTheOtherAgent() throws Exception {
        String original = talk();
        conference(original);
        bob.act(original, "DROP", "");
        bob.until("put WORK");
        bob.until(DELETE);

        alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
        customerHangsUp(original);
        alice.until("put WORK");
    }

    @Test
    void agentsShouldTalkOnWithoutTheCustomer() throws Exception {
        String original = talk();
        conference(original);
        customerHangsUp(original);

        assertThat(last(bob.until("PUT ACTIVE [ACTIVE, ACTIVE]")).addresses()).containsExactly("1001", "1002");
        alice.act(original, "DROP", "");
        alice.until("put WORK");
        bob.until("put WORK");
        bob.until(DELETE);
        assertThat(simulators.books()).allMatch(BookEntry::ended);
    }

    @Test
    void onlyTheControllerShouldAddParties() throws Exception {
        String original = talk();
        conference(original);
        bob.act(original, "CONSULT_CALL", "<toAddress>9015550150</toAddress>");
        bob.until("PUT ACTIVE [ACTIVE, ACTIVE]");
        bob.act(original, "CONFERENCE", "");

        assertThat(bob.untilOne("PUT error Generic Error").source()).isEqualTo("/finesse/api/Dialog/" + original);
    }

    private String talk() throws Exception {
        String id = alice.talk(Quick.NUMBER);
        alice.until("put TALKING");
        return id;
    }

    private String consult(String original) throws Exception {
        alice.act(original, "CONSULT_CALL", TO_BOB);
        Update rings = bob.untilOne("POST ALERTING [INITIATED, ALERTING]");
        assertThat(rings.media("callType")).isEqualTo("CONSULT");
        bob.act(rings.dialogId(), "ANSWER", "");
        bob.until("put TALKING");
        alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
        return rings.dialogId();
    }

    private String conference(String original) throws Exception {
        String consult = consult(original);
        alice.act(original, "CONFERENCE", "");
        alice.until("PUT ACTIVE [ACTIVE, ACTIVE, ACTIVE]");
        bob.until("PUT ACTIVE [ACTIVE, ACTIVE, ACTIVE]");
        return consult;
    }

    private void customerHangsUp(String id) {
        assertThat(new Control(simulators)
                        .post("/platforms/finesse/calls/" + id + "/far-end", "{\"action\":\"hangup\"}")
                        .status())
                .isEqualTo(202);
    }

    private BookEntry booked(String id) {
        return simulators.books().stream()
                .filter(call -> call.callId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Update last(List<Update> updates) {
        return updates.get(updates.size() - 1);
    }
}
