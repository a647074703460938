package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.CallFixture.INES;
import static dev.trunkline.vendor.finesse.CallFixture.dialog;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.port.ContractSchema;
import dev.trunkline.vendor.finesse.wire.Dialog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinesseCallsTest {
    private static final String OWN = "5101 AGENT_DEVICE ";
    private static final String COLLEAGUE = "5230 AGENT_DEVICE ";
    private static final String CUSTOMER = "9015550147 - ";
    private static final String NOBODY = "7777 - DROPPED";

    private final Set<String> announced = new HashSet<>();
    private final FinesseCalls calls = new FinesseCalls(INES, announced::contains);

    @Test
    void customerOnHoldAndConsultInHandShouldBothOfferSwap() {
        tell(held());
        List<CallSnapshot> told = tell(consult("ACTIVE HOLD DROP"));
        assertThat(told).extracting(CallSnapshot::id).containsExactly("2", "1");
        assertThat(told.get(0).allowed()).contains(Verb.SWAP, Verb.DROP_CONSULT, Verb.HOLD);
        assertThat(told.get(1).allowed()).contains(Verb.SWAP, Verb.RETRIEVE).doesNotContain(Verb.DROP_CONSULT);
    }

    @Test
    void consultThatIsNotAnsweredYetShouldOfferToBeDroppedOnly() {
        tell(held());
        List<CallSnapshot> told = tell(consult("INITIATED DROP"));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).allowed()).contains(Verb.DROP_CONSULT).doesNotContain(Verb.SWAP);
    }

    @Test
    void callShouldBeToldAgainWhenTheOtherChangesWhatIsOpenOnIt() {
        String before = tell(held()).get(0).facts();
        tell(consult("ACTIVE HOLD DROP"));
        List<CallSnapshot> told = snapshots(calls.gone(consult("DROPPED")));
        assertThat(told).extracting(CallSnapshot::id).containsExactly("2", "1");
        assertThat(told.get(0).lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(told.get(1).allowed()).doesNotContain(Verb.SWAP);
        assertThat(told.get(1).facts()).isEqualTo(before);
        assertThat(tell(consult("ACTIVE HOLD DROP")).get(1).facts()).isNotEqualTo(before);
    }

    @Test
    void consultThatTheAgentIsAskedShouldNotBeHisToDrop() {
        Dialog asked = dialog("2", "CONSULT", "5230", "5101", COLLEAGUE + "ACTIVE", OWN + "ACTIVE HOLD DROP");
        assertThat(tell(asked).get(0).allowed())
                .contains(Verb.HOLD, Verb.DROP)
                .doesNotContain(Verb.DROP_CONSULT, Verb.SWAP);
    }

    @Test
    void twoCallsWithoutAConsultShouldNotOfferSwap() {
        tell(held());
        assertThat(tell(dialog("2", "OUT", "5101", "7", OWN + "ACTIVE HOLD DROP")))
                .singleElement()
                .satisfies(call -> assertThat(call.allowed()).doesNotContain(Verb.SWAP));
    }

    @Test
    void readingShouldSeeBothCallsTogether() {
        List<CallSnapshot> read = snapshots(calls.all(List.of(held(), consult("ACTIVE HOLD DROP"))));
        assertThat(read).allSatisfy(call -> assertThat(call.allowed()).contains(Verb.SWAP));
        calls.all(List.of(held()));
        assertThat(calls.dialogs()).extracting(Dialog::id).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({
        "OUT, 5101, true", // the agent's own
        "AGENT_INSIDE, 5230, true", // a colleague calls
        "CONSULT, 5230, true", // a colleague asks
        "'', 5230, true", // a colleague's call whose type is forgotten
        "TRANSFER, 5300, true", // a colleague handed his call to the customer over and has left
        "CONFERENCE, 5230, true", // a colleague made a conference of his call
        "TRANSFER, 9015550147, false", // handed over, but the customer had called
        "CONFERENCE, 9015550147, false",
        "ACD_IN, 9015550147, false",
        "ACD_IN, 7000, false", // from a queue's own number
        "OTHER_IN, 5230, false",
        "'', 9015550147, false",
        "OUTBOUND, 7000, true" // the dialer's
    })
    void whoCallsShouldDecideWhetherClientsAreTold(String callType, String from, boolean published) {
        Dialog told = dialog("1", callType, from, "5101", COLLEAGUE + "ACTIVE", CUSTOMER + "ACTIVE", OWN + "ACTIVE");
        assertThat(tell(told).get(0).published()).isEqualTo(published);
    }

    @Test
    void callThatIsAnnouncedShouldBeToldToItsEnd() {
        announced.add("1");
        Dialog left = dialog("1", "AGENT_INSIDE", "5230", "5101", OWN + "WRAP_UP UPDATE_CALL_DATA");
        assertThat(tell(left).get(0).published()).isTrue();
        assertThat(snapshots(calls.gone(left)).get(0).published()).isTrue();
    }

    @Test
    void callerFromOutsideShouldStayOneAfterHeHasLeftTheConference() {
        tell(dialog("1", "ACD_IN", "9015550147", "7000", CUSTOMER + "ACTIVE", OWN + "ACTIVE"));
        tell(dialog(
                "1", "CONFERENCE", "9015550147", "7000", CUSTOMER + "ACTIVE", OWN + "ACTIVE", COLLEAGUE + "ACTIVE"));
        Dialog left = dialog("1", "CONFERENCE", "9015550147", "7000", OWN + "ACTIVE", COLLEAGUE + "ACTIVE");
        assertThat(tell(left).get(0).published()).isFalse();
    }

    @Test
    void ringingPhoneShouldBeRingingAndOfferToAnswer() {
        Dialog ringing = dialog("1", "AGENT_INSIDE", "5230", "5101", COLLEAGUE + "INITIATED", OWN + "ALERTING ANSWER");
        CallSnapshot call = tell(ringing).get(0);
        assertThat(call.lifeCycle()).contains(LifeCycle.RINGING);
        assertThat(call.allowed()).containsExactly(Verb.ANSWER);
        assertThat(call.forms().get("Cisco")).contains("\"SetANSWER\"");
        ContractSchema.assertFormsValid(call.forms());
    }

    @Test
    void conferenceShouldBeACallAgainWhenAPartyLeaves() {
        Dialog three =
                dialog("1", "CONFERENCE", "5101", "7", OWN + "ACTIVE", COLLEAGUE + "ACTIVE", CUSTOMER + "ACTIVE");
        Dialog two = dialog("1", "CONFERENCE", "5101", "7", OWN + "ACTIVE", COLLEAGUE + "DROPPED", CUSTOMER + "ACTIVE");
        assertThat(tell(three).get(0).lifeCycle()).contains(LifeCycle.CONFERENCED);
        assertThat(tell(two).get(0).lifeCycle()).contains(LifeCycle.CONNECTED);
        assertThat(tell(two).get(0).parties()).containsExactlyInAnyOrder("5101", "9015550147");
    }

    @Test
    void callThatTheAgentHandedOverShouldEndAsTransferred() {
        Dialog over = dialog("1", "TRANSFER", "5101", "9015550147", OWN + "WRAP_UP", CUSTOMER + "ACTIVE");
        assertThat(tell(over).get(0).reason()).contains(Reason.TRANSFERRED);
        Dialog taken = dialog("2", "TRANSFER", "5230", "9015550147", OWN + "WRAP_UP", NOBODY);
        assertThat(tell(taken).get(0).reason()).isEmpty();
    }

    @Test
    void callThatWasHandedOverShouldPointToTheConsultItCameFrom() {
        Dialog taken = FinesseXml.dialog(dialog("1", "TRANSFER", "5230", "7", OWN + "ACTIVE", CUSTOMER + "ACTIVE")
                .text()
                .replace("<mediaType>", "<secondaryId>2</secondaryId><mediaType>"));
        assertThat(tell(taken).get(0).parentCallId()).isEqualTo("2");
    }

    private List<CallSnapshot> tell(Dialog dialog) {
        return snapshots(calls.changed(dialog));
    }

    private static List<CallSnapshot> snapshots(List<FinesseCall> told) {
        return told.stream()
                .map(call -> FinesseEventMapper.toSnapshot(call, ""))
                .toList();
    }

    private static Dialog held() {
        return dialog("1", "OUT", "5101", "9015550147", OWN + "HELD RETRIEVE TRANSFER DROP", CUSTOMER + "ACTIVE");
    }

    private static Dialog consult(String own) {
        return dialog("2", "CONSULT", "5101", "5230", OWN + own, COLLEAGUE + "ACTIVE");
    }
}
