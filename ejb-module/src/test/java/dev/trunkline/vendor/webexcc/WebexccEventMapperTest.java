package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.CallFixture.CALL;
import static dev.trunkline.vendor.webexcc.CallFixture.CUSTOMER;
import static dev.trunkline.vendor.webexcc.CallFixture.last;
import static dev.trunkline.vendor.webexcc.CallFixture.said;
import static dev.trunkline.vendor.webexcc.CallFixture.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.webexcc.WebexccEventMapper.Busy;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebexccEventMapperTest {
    @Test
    void snapshotShouldSayWhatThePlatformSays() {
        CallSnapshot call = WebexccEventMapper.toSnapshot(talk(), "m-1");
        assertThat(call.id()).isEqualTo(CALL);
        assertThat(call.platformState()).isEqualTo("CustAnswered");
        assertThat(call.lifeCycle()).contains(LifeCycle.CONNECTED);
        assertThat(call.published()).isTrue();
        assertThat(call.fromAddress()).isEqualTo("+12065550100");
        assertThat(call.toAddress()).isEqualTo(CUSTOMER);
        assertThat(call.dialled()).containsExactly(CUSTOMER);
        assertThat(call.causedBy()).isEqualTo("m-1");
        assertThat(call.parties()).containsExactlyInAnyOrder("1001", CUSTOMER);
        assertThat(call.platformTime()).isEqualTo("1970-01-01T00:00:00.003Z");
        assertThat(call.campaign()).isEmpty();
        assertThat(call.reason()).isEmpty();
    }

    /** Contract 4, column Webex CC. */
    @Test
    void openVerbsShouldFollowFromTheCall() {
        assertThat(WebexccActions.open(last(said("AgentOfferContact", 1))))
                .containsExactly(Verb.REJECT, Verb.UPDATE_CALL_DATA, Verb.DROP, Verb.SCHEDULE);
        assertThat(WebexccActions.open(talk()))
                .containsExactly(
                        Verb.DIRECT_TRANSFER, Verb.CONSULT, Verb.HOLD, Verb.UPDATE_CALL_DATA, Verb.DROP, Verb.SCHEDULE);
        assertThat(WebexccActions.open(last(
                        said("AgentOfferContact", 1),
                        said("AgentContactHeld", 2).connected().held())))
                .contains(Verb.RETRIEVE)
                .doesNotContain(Verb.HOLD);
        assertThat(WebexccActions.open(last(
                        said("AgentOfferContact", 1), said("AgentWrapup", 2).wrapUp())))
                .containsExactly(Verb.UPDATE_CALL_DATA, Verb.SCHEDULE, Verb.WRAP_UP);
        assertThat(WebexccActions.open(talk().gone())).isEmpty();
    }

    @Test
    void consultShouldOpenItsOwnVerbs() {
        WebexccCall call = last(
                said("AgentContactAssigned", 1).connected(),
                said("AgentConsultCreated", 2)
                        .connected()
                        .state("consult")
                        .held()
                        .other());
        assertThat(WebexccActions.open(call))
                .containsExactly(Verb.DROP_CONSULT, Verb.UPDATE_CALL_DATA, Verb.DROP, Verb.SCHEDULE);
        WebexccCall talks = last(
                said("AgentContactAssigned", 1).connected(),
                said("AgentConsulting", 2)
                        .connected()
                        .state("consulting")
                        .held()
                        .other());
        assertThat(WebexccActions.open(talks)).contains(Verb.TRANSFER, Verb.CONFERENCE, Verb.DROP_CONSULT);
    }

    @Test
    void callFromOutsideShouldNotBeTold() {
        Frame inbound = WebexccJson.frame(said("AgentOfferContact", 1).text().replace("\"OUTBOUND\"", "\"INBOUND\""));
        WebexccCall call = WebexccProgress.after(CallFixture.begun(inbound), inbound, CallFixture.OUTCOMES)
                .get(0);
        assertThat(WebexccEventMapper.toSnapshot(call, "").published()).isFalse();
    }

    @Test
    void callOfAnotherAgentShouldNotBeTakenForADial() {
        Frame theirs = WebexccJson.frame(said("AgentOfferConsult", 1)
                .text()
                .replace("\"outdialAgentId\":\"" + CallFixture.AGENT, "\"outdialAgentId\":\"" + CallFixture.OTHER));
        WebexccCall call = WebexccProgress.after(CallFixture.begun(theirs), theirs, CallFixture.OUTCOMES)
                .get(0);
        assertThat(WebexccEventMapper.toSnapshot(call, "").dialled()).isEmpty();
    }

    @Test
    void goneCallShouldEnd() {
        CallSnapshot told = WebexccEventMapper.toSnapshot(talk(), "");
        CallSnapshot gone = WebexccEventMapper.gone(WebexccMemory.read(told.raw()));
        assertThat(gone.platformState()).isEqualTo("DROPPED");
        assertThat(gone.lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(gone.platformTime()).isEmpty();
        assertThat(gone.allowed()).isEmpty();
    }

    @Test
    void everythingShouldOutliveARestart() {
        WebexccCall call = last(
                        said("AgentContactAssigned", 1).connected(),
                        said("ContactUpdated", 2)
                                .connected()
                                .contact("\"callAssociatedData\":{\"caseId\":{\"name\":\"caseId\",\"value\":\"C-1\"}}"))
                .with(WebexccNotes.NONE
                        .labelled("Sale")
                        .callback("cb-1")
                        .accepting(Map.of("a", "b"))
                        .calling(new WebexccNotes.Third("x", "agent", "1002"))
                        .returning(true));
        assertThat(WebexccMemory.read(WebexccMemory.write(call))).isEqualTo(call);
        WebexccCall later = last(
                said("AgentContactAssigned", 1).connected(),
                said("AgentContact", 2).connected().contact("\"x\":1"));
        WebexccCall read = WebexccMemory.read(WebexccMemory.write(later));
        assertThat(WebexccEventMapper.substance(read)).isEqualTo(WebexccEventMapper.substance(later));
    }

    // ---- the agent

    private static AgentSnapshot agent(String data, Busy busy) {
        Frame frame = WebexccJson.frame("{\"type\":\"AgentStateChange\",\"data\":{\"type\":\"AgentStateChangeSuccess\","
                + "\"agentId\":\"a-1\",\"status\":\"LoggedIn\",\"dn\":\"1001\"," + data + "}}");
        return WebexccEventMapper.toAgent(
                WebexccAgent.out("").told(frame),
                busy,
                "Ana Agent",
                "ana@example.com",
                List.of(new AuxCode("c-1", "Break", "IDLE_CODE", true, false, false)),
                "");
    }

    /** Contract 6.4. */
    @ParameterizedTest
    @CsvSource({
        "Available, 0, NO, READY",
        "Idle, c-1, NO, NOT_READY",
        "RONA, c-9, NO, NOT_READY",
        "Available, 0, OFFERED, RESERVED",
        "Available, 0, TALKING, TALKING",
        "Idle, c-1, WRAP_UP, WORK",
        "Dancing, c-1, NO, UNKNOWN"
    })
    void stateShouldBeTheCommonOne(String word, String code, Busy busy, AgentState state) {
        AgentSnapshot agent = agent("\"subStatus\":\"" + word + "\",\"auxCodeId\":\"" + code + "\"", busy);
        assertThat(agent.state()).isEqualTo(state);
        assertThat(agent.extension()).isEqualTo("1001");
    }

    @Test
    void reasonShouldBeCalledByItsName() {
        AgentSnapshot agent =
                agent("\"subStatus\":\"Idle\",\"auxCodeId\":\"c-1\",\"lastStateChangeTimestamp\":1000", Busy.NO);
        assertThat(agent.label()).isEqualTo("Break");
        assertThat(agent.reasonCode()).isEqualTo("c-1");
        assertThat(agent.changedAt()).isEqualTo("1970-01-01T00:00:01.000Z");
        assertThat(agent("\"subStatus\":\"Available\",\"auxCodeId\":\"0\"", Busy.NO)
                        .reasonCode())
                .isEmpty();
    }

    /** New tenants (sheet 2.5). */
    @Test
    void stateOfTheTelephonyChannelShouldBeHis() {
        AgentSnapshot agent = agent(
                "\"subStatus\":\"Idle\",\"agentChannelStateDetailMap\":{\"telephony\":{\"agentState\":\"Available\"}}",
                Busy.NO);
        assertThat(agent.state()).isEqualTo(AgentState.READY);
    }

    @Test
    void loggedOutShouldBeOut() {
        Frame frame = WebexccJson.frame(
                "{\"type\":\"Logout\",\"data\":{\"type\":\"AgentLogoutSuccess\",\"status\":\"LoggedOut\"}}");
        WebexccAgent out = new WebexccAgent("a", true, "Idle", "c", "1001", "s", "", 1).told(frame);
        assertThat(WebexccEventMapper.toAgent(out, Busy.NO, "", "", List.of(), "")
                        .state())
                .isEqualTo(AgentState.LOGGED_OUT);
        assertThat(Optional.of(out.in())).contains(false);
    }
}
