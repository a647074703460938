package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.CallFixture.INES;
import static dev.trunkline.vendor.finesse.CallFixture.snapshot;
import static dev.trunkline.vendor.finesse.CallFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.port.ContractSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinesseEventMapperTest {
    @Test
    void ringingCallShouldBeReadWhole() {
        CallSnapshot call = snapshot("example-dialog-post-alerting.xml");
        assertThat(call.id()).isEqualTo("16812345");
        assertThat(call.platformState()).isEqualTo("ALERTING");
        assertThat(call.lifeCycle()).contains(LifeCycle.RINGING);
        assertThat(call.published()).isTrue();
        assertThat(call.fromAddress()).isEqualTo("5101");
        assertThat(call.toAddress()).isEqualTo("9015550147");
        assertThat(call.dialled()).containsExactly("9015550147");
        assertThat(call.causedBy()).isEqualTo("0b7a6d3c-63d4-4c83-8d0d-3f0a1f5f8a10");
        assertThat(call.parentCallId()).isEmpty();
        assertThat(call.allowed()).containsExactly(Verb.UPDATE_CALL_DATA, Verb.DROP, Verb.WRAP_UP);
        assertThat(call.variables()).isEqualTo(Map.of("callVariable3", "LOAN-7781", "user.crmCase", "C-20177"));
        assertThat(call.campaign()).isEmpty();
        assertThat(call.reason()).isEmpty();
        assertThat(call.platformTime()).isEqualTo("2026-03-02T09:20:33.402Z");
    }

    @Test
    void wrapUpOfTheOwnPartShouldBeTheStateWhileTheDialogIsStillActive() {
        CallSnapshot call = snapshot("example-dialog-put-wrap-up.xml", CallFixture.agent("5024", "5024"));
        assertThat(call.platformState()).isEqualTo("WRAP_UP");
        assertThat(call.lifeCycle()).contains(LifeCycle.WRAP_UP);
        assertThat(call.allowed()).containsExactly(Verb.UPDATE_CALL_DATA, Verb.WRAP_UP);
    }

    @Test
    void busyNumberShouldBeAFailureWithItsReason() {
        CallSnapshot call = snapshot("example-dialog-put-busy.xml");
        assertThat(call.platformState()).isEqualTo("FAILED");
        assertThat(call.lifeCycle()).contains(LifeCycle.FAILED);
        assertThat(call.reason()).contains(Reason.BUSY);
    }

    @Test
    void droppedShouldKeepTheLastLifeCycleUntilTheDialogIsDeleted() {
        CallSnapshot dropped = snapshot("example-dialog-put-dropped.xml");
        CallSnapshot deleted = snapshot("example-dialog-delete.xml");
        assertThat(dropped.platformState()).isEqualTo("DROPPED");
        assertThat(dropped.lifeCycle()).isEmpty();
        assertThat(deleted.platformState()).isEqualTo("DROPPED");
        assertThat(deleted.lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(deleted.allowed()).isEmpty();
        assertThat(deleted.facts()).isNotEqualTo(dropped.facts());
    }

    @Test
    void reservationShouldBeAPreviewWithWhatTheAgentMayDo() {
        CallSnapshot offer = snapshot("example-dialog-post-reservation.xml");
        assertThat(offer.lifeCycle()).contains(LifeCycle.PREVIEW);
        assertThat(offer.published()).isTrue();
        assertThat(offer.allowed()).containsExactly(Verb.ACCEPT, Verb.REJECT, Verb.CLOSE, Verb.SKIP);
        assertThat(offer.campaign()).isEqualTo("Renewals");
    }

    @Test
    void textThatWasEscapedTwiceShouldLoseOneLayerOnly() {
        String payload = "<notification xmlns='http://jabber.org/protocol/pubsub'>"
                + text("example-dialog-post-reservation.xml")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                + "</notification>";
        var dialog =
                FinesseXml.update(FinesseXml.notification(payload)).dialogs().get(0);
        assertThat(dialog.mediaProperties().callvariables()).containsEntry("callVariable1", "A &amp; B <x>");
    }

    @Test
    void campaignCallShouldPointToTheOfferItCameFrom() {
        CallSnapshot call = snapshot("example-dialog-put-campaign.xml", CallFixture.agent("311640960", "5068"));
        assertThat(call.parentCallId()).isEqualTo("2130706631");
        assertThat(call.campaign()).isEqualTo("arul1");
        assertThat(call.platformTime()).isEqualTo("2019-11-21T06:39:34.188Z");
        assertThat(call.dialled()).containsExactly("961084713");
        assertThat(call.allowed())
                .containsExactly(
                        Verb.DIRECT_TRANSFER,
                        Verb.CONSULT,
                        Verb.HOLD,
                        Verb.UPDATE_CALL_DATA,
                        Verb.SEND_DTMF,
                        Verb.DROP,
                        Verb.SCHEDULE,
                        Verb.WRAP_UP);
    }

    @Test
    void callFromOutsideShouldNotBePublished() {
        assertThat(snapshot("example-dialog-post-inbound.xml").published()).isFalse();
    }

    @Test
    void forgottenCallTypeOfTheAgentsOwnCallShouldCountAsManualDial() {
        CallSnapshot call = snapshot("example-dialog-put-forgotten-type.xml");
        assertThat(call.published()).isTrue();
        assertThat(call.fromAddress()).isEqualTo("5101");
        assertThat(call.forms().get("Finesse")).contains("\"CallType\":\"OB_OUT\"", "\"callType\":\"\"");
    }

    @Test
    void secretsShouldNotGetPastTheReader() {
        CallSnapshot call = snapshot("example-dialog-put-forgotten-type.xml");
        assertThat(call.variables()).containsOnly(Map.entry("callVariable2", "kept"));
        assertThat(call.toString()).doesNotContain("hush");
    }

    @Test
    void absentTagsShouldReadAsEmptyAndStillMakeValidMessages() {
        CallSnapshot call = snapshot("example-dialog-put-few-tags.xml");
        assertThat(call.platformState()).isEqualTo("UNKNOWN");
        assertThat(call.lifeCycle()).isEmpty();
        assertThat(call.platformTime()).isEmpty();
        assertThat(call.allowed()).isEmpty();
        ContractSchema.assertFormsValid(call.forms());
    }

    @Test
    void wordThatIsNewToUsShouldBePublishedAndKeepTheLifeCycle() {
        CallSnapshot call =
                changed("<state>ALERTING</state>\n        <toAddress>", "<state>PARKED</state>\n        <toAddress>");
        assertThat(call.platformState()).isEqualTo("PARKED");
        assertThat(call.lifeCycle()).isEmpty();
    }

    @Test
    void otherClockTimesAloneShouldBeNoOtherFacts() {
        CallSnapshot once = snapshot("example-dialog-post-alerting.xml");
        assertThat(changed("09:20:33.402Z", "09:20:34.000Z").facts()).isEqualTo(once.facts());
        assertThat(changed("LOAN-7781", "LOAN-7782").facts()).isNotEqualTo(once.facts());
        assertThat(changed("<state>INITIATED</state>", "<state>ACTIVE</state>").facts())
                .isNotEqualTo(once.facts());
    }

    @Test
    void goneCallShouldBeMadeAgainFromItsRawText() {
        CallSnapshot last = snapshot("example-dialog-put-campaign.xml", CallFixture.agent("311640960", "5068"));
        CallSnapshot gone = FinesseEventMapper.toSnapshot(
                FinesseCall.last(CallFixture.agent("311640960", "5068"), FinesseXml.dialog(last.raw())), "");
        assertThat(gone.id()).isEqualTo(last.id());
        assertThat(gone.lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(gone.platformState()).isEqualTo("DROPPED");
        assertThat(gone.allowed()).isEmpty();
        assertThat(gone.variables()).isEqualTo(last.variables());
        assertThat(gone.forms().get("Cisco")).contains("\"ButtonStates\":{\"items\":{},\"count\":0}");
    }

    @ParameterizedTest
    @CsvSource({
        "OUT, '', '', manualdial",
        "AGENT_INSIDE, '', '', manualdial",
        "'', '', '', manualdial",
        "OUTBOUND, C, PREDICTIVE_OUTBOUND, predictive",
        "OUTBOUND, C, BLENDED_PROGRESSIVE_OUTBOUND, progressive",
        "OUTBOUND, C, PREVIEW_OUTBOUND, preview",
        "OUTBOUND, C, BLENDED_DIRECT_PREVIEW_OUTBOUND, directpreview",
        "OUTBOUND_PERSONAL_CALLBACK, C, PREVIEW_OUTBOUND, callback",
        "OUTBOUND_CALLBACK, C, '', callback",
        "OUTBOUND, C, OUTBOUND, outbound",
        "OUT, C, PREVIEW_OUTBOUND, preview",
        "CONSULT, '', '', outbound"
    })
    void kindOfCallShouldFollowTheContract(String callType, String campaign, String status, String expected) {
        CallSnapshot call = changed(
                "<callType>OUT</callType>",
                "<callType>" + callType + "</callType>",
                "<CallVariable><name>callVariable1</name><value></value></CallVariable>",
                "<CallVariable><name>BACampaign</name><value>" + campaign + "</value></CallVariable>"
                        + "<CallVariable><name>BAStatus</name><value>" + status + "</value></CallVariable>");
        assertThat(call.forms().get("Finesse")).contains("\"OutBoundType\":\"" + expected + "\"");
        ContractSchema.assertFormsValid(call.forms());
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER, REJECTED",
        "BAD_DESTINATION, INVALID_NUMBER",
        "DEVICE_RESOURCE_NOT_AVAILABLE, DEVICE_UNAVAILABLE",
        "SOMETHING_NEW, OTHER"
    })
    void causeShouldBecomeTheReason(String cause, Reason reason) {
        assertThat(changed("<stateCause></stateCause>", "<stateCause>" + cause + "</stateCause>")
                        .reason())
                .contains(reason);
    }

    @Test
    void threeActivePartiesShouldBeAConference() {
        String party = "<Participant><mediaAddress>5230</mediaAddress><state>ACTIVE</state></Participant>";
        CallSnapshot call = changed(
                "<state>INITIATED</state>",
                "<state>ACTIVE</state>",
                "<state>ALERTING</state>",
                "<state>ACTIVE</state>",
                "</participants>",
                party + "</participants>");
        assertThat(call.lifeCycle()).contains(LifeCycle.CONFERENCED);
    }

    @Test
    void dialogWithoutIdShouldBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinesseXml.update("<Update><data><dialog/></data></Update>"));
    }

    @Test
    void documentTypeShouldBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinesseXml.user("<!DOCTYPE u [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><u>&e;</u>"));
    }

    @Test
    void tasksShouldNotBeTakenForCalls() {
        assertThat(FinesseEventMapper.voice(FinesseXml.dialog("<Dialog><id>151_22_1</id></Dialog>")))
                .isFalse();
    }

    @Test
    void readyAgentShouldCarryNoReason() {
        AgentSnapshot ready = FinesseEventMapper.toAgent(FinesseXml.user(text("example-user-ready.xml")), Map.of(), "");
        assertThat(ready)
                .isEqualTo(new AgentSnapshot(
                        AgentState.READY,
                        "Ready",
                        "",
                        "Ines Okafor",
                        "30214",
                        "iokafor",
                        "5101",
                        "2026-03-02T08:14:07.221Z",
                        ""));
    }

    @Test
    void notReadyAgentShouldBeShownWithTheReasonsLabel() {
        var update = FinesseXml.update(text("example-user-put-not-ready.xml"));
        AgentSnapshot agent =
                FinesseEventMapper.toAgent(update.user().orElseThrow(), Map.of("7", "Lunch"), update.requestId());
        assertThat(agent.state()).isEqualTo(AgentState.NOT_READY);
        assertThat(agent.label()).isEqualTo("Lunch");
        assertThat(agent.reasonCode()).isEqualTo("7");
        assertThat(agent.causedBy()).isEqualTo("6f0d7c1e-2b0e-4a57-9d3e-0a2b6f3f9c11");
        assertThat(FinesseEventMapper.toAgent(update.user().orElseThrow(), Map.of(), "")
                        .label())
                .isEqualTo("Not Ready");
    }

    @ParameterizedTest
    @CsvSource({
        "RESERVED_OUTBOUND, RESERVED, Reserved",
        "WORK_READY, WORK, Work",
        "HOLD, HOLD, Hold",
        "LOGOUT, LOGGED_OUT, Logged Out",
        "ON_THE_MOON, UNKNOWN, Unknown",
        "'', UNKNOWN, Unknown"
    })
    void statesOfTheAgentShouldFollowTheContract(String word, AgentState state, String label) {
        AgentSnapshot agent =
                FinesseEventMapper.toAgent(FinesseXml.user("<user><state>" + word + "</state></user>"), Map.of(), "");
        assertThat(agent.state()).isEqualTo(state);
        assertThat(agent.label()).isEqualTo(label);
    }

    /** The sheet's complete example with some texts replaced, in pairs. */
    private static CallSnapshot changed(String... pairs) {
        String text = text("example-dialog-post-alerting.xml");
        for (int at = 0; at < pairs.length; at += 2) {
            assertThat(text).contains(pairs[at]);
            text = text.replace(pairs[at], pairs[at + 1]);
        }
        return FinesseEventMapper.toSnapshot(
                FinesseCall.of(INES, FinesseXml.update(text).dialogs().get(0)), "");
    }
}
