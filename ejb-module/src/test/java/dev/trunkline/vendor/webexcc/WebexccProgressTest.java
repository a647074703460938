package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.CallFixture.AGENT;
import static dev.trunkline.vendor.webexcc.CallFixture.CUSTOMER;
import static dev.trunkline.vendor.webexcc.CallFixture.OTHER;
import static dev.trunkline.vendor.webexcc.CallFixture.OUTCOMES;
import static dev.trunkline.vendor.webexcc.CallFixture.bare;
import static dev.trunkline.vendor.webexcc.CallFixture.last;
import static dev.trunkline.vendor.webexcc.CallFixture.said;
import static dev.trunkline.vendor.webexcc.CallFixture.steps;
import static dev.trunkline.vendor.webexcc.CallFixture.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.vendor.webexcc.CallFixture.Said;
import dev.trunkline.vendor.webexcc.WebexccCall.Consult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebexccProgressTest {
    private static List<String> words(List<WebexccCall> steps) {
        return steps.stream().map(WebexccCall::word).toList();
    }

    private static List<String> lives(List<WebexccCall> steps) {
        return steps.stream()
                .map(call ->
                        WebexccEventMapper.lifeCycle(call).map(LifeCycle::name).orElse("as before"))
                .toList();
    }

    private static WebexccCall after(WebexccCall call, Said message) {
        List<WebexccCall> steps = WebexccProgress.after(call, message.frame(), OUTCOMES);
        return steps.isEmpty() ? call : steps.get(steps.size() - 1);
    }

    /** Contract 3.3, 3.4 and the seed's words. */
    @Test
    void callShouldGoFromReservationToOutcome() {
        List<WebexccCall> all = steps(
                said("AgentContactReserved", 1),
                said("AgentOfferContact", 2),
                said("AgentContactAssigned", 3).connected(),
                said("ContactRecordingStarted", 4).connected(),
                said("ContactEnded", 5).connected().due(),
                said("AgentWrapup", 6).state("wrapUp").wrapUp(),
                said("AgentWrappedUp", 7).state("wrapUp"));
        assertThat(words(all))
                .containsExactly(
                        "eAgentContactReserved",
                        "eAgentOfferContact",
                        "CustAnswered",
                        "eCallRecordingStarted",
                        "eAgentContactEnded",
                        "acw",
                        "acw",
                        "DROPPED");
        assertThat(lives(all))
                .containsExactly(
                        "INITIATED", "DIALING", "CONNECTED", "CONNECTED", "as before", "WRAP_UP", "WRAP_UP", "ENDED");
    }

    @Test
    void endWithoutWrapUpShouldBeTheEnd() {
        List<WebexccCall> all =
                steps(said("AgentOfferContact", 2), said("ContactEnded", 5).dueForNobody());
        assertThat(words(all)).containsExactly("eAgentOfferContact", "eAgentContactEnded", "DROPPED");
        assertThat(lives(all)).containsExactly("DIALING", "as before", "ENDED");
    }

    /** Who is told to have ended before it is known whether an outcome is due would be stuck (sheet 6.2). */
    @Test
    void endThatSaysNothingOfWrapUpShouldWaitForTheWordOnIt() {
        List<WebexccCall> all = steps(said("AgentOfferContact", 2), said("ContactEnded", 5));
        assertThat(all.get(1).at(WebexccStage.ENDING)).isTrue();
        assertThat(lives(all)).doesNotContain("ENDED");
    }

    @Test
    void busyShouldFailAndThenWantAnOutcome() {
        List<WebexccCall> all = steps(
                said("AgentOfferContact", 2),
                said("AgentOutboundFailed", 3)
                        .with("\"reason\":\"CUSTOMER_BUSY\",\"reasonCode\":1022")
                        .due());
        assertThat(words(all)).containsExactly("eAgentOfferContact", "eOutdialFailed", "acw");
        assertThat(lives(all)).containsExactly("DIALING", "FAILED", "WRAP_UP");
        assertThat(all.get(2).standing().reason()).contains(Reason.BUSY);
    }

    /** A real order violation is on record (sheet 5.4). */
    @Test
    void offerAfterTheFailureShouldBeOldNews() {
        List<WebexccCall> all = steps(
                said("AgentOutboundFailed", 3)
                        .with("\"reason\":\"CUSTOMER_BUSY\"")
                        .due(),
                said("AgentOfferContact", 4));
        assertThat(lives(all)).containsExactly("FAILED", "WRAP_UP");
    }

    @Test
    void reasonThatComesLateShouldStillBeTold() {
        WebexccCall call =
                last(said("AgentOfferContact", 2), said("AgentWrapup", 4).wrapUp());
        WebexccCall told = after(call, said("AgentOutboundFailed", 3).with("\"reason\":\"CUSTOMER_BUSY\""));
        assertThat(told.standing().reason()).contains(Reason.BUSY);
        assertThat(told.at(WebexccStage.WRAP_UP)).isTrue();
    }

    @Test
    void earlierEventShouldChangeNothing() {
        WebexccCall held = after(talk(), said("AgentContactHeld", 9).connected().held());
        assertThat(WebexccProgress.after(
                        held, said("AgentContactUnheld", 8).connected().frame(), OUTCOMES))
                .isEmpty();
    }

    /** Sheet 6.2: assigned is not answered while the customer is said not to be there. */
    @Test
    void assignedBeforeTheCustomerIsThereShouldNotBeATalk() {
        WebexccCall call = last(
                said("AgentOfferContact", 2),
                said("AgentContactAssigned", 3).connected().customer(false));
        assertThat(call.word()).isEqualTo("eAgentContactAssigned");
        assertThat(WebexccEventMapper.lifeCycle(call)).contains(LifeCycle.DIALING);
        WebexccCall answered = after(call, said("ContactUpdated", 4).connected());
        assertThat(answered.word()).isEqualTo("CustAnswered");
        assertThat(WebexccEventMapper.lifeCycle(answered)).contains(LifeCycle.CONNECTED);
    }

    @Test
    void contactThatIsToldAgainShouldBeNoNews() {
        WebexccCall call = talk();
        WebexccCall again = after(call, said("AgentContact", 9).connected());
        assertThat(again.word()).isEqualTo("CustAnswered");
        assertThat(again.told()).isEqualTo(call.told());
        assertThat(WebexccEventMapper.toSnapshot(again, "").facts())
                .isEqualTo(WebexccEventMapper.toSnapshot(call, "").facts());
    }

    @Test
    void readingShouldShowWhatWasMissed() {
        WebexccCall call = last(said("AgentOfferContact", 2));
        assertThat(after(call, said("AgentContact", 9).connected()).word()).isEqualTo("CustAnswered");
        WebexccCall due = after(call, said("AgentContact", 9).state("wrapUp").wrapUp());
        assertThat(due.word()).isEqualTo("acw");
        assertThat(WebexccEventMapper.lifeCycle(due)).contains(LifeCycle.WRAP_UP);
    }

    @Test
    void holdShouldBeSeenByTheMediaOrByTheName() {
        assertThat(after(talk(), said("AgentContactHeld", 9).connected().held())
                        .standing()
                        .held())
                .isTrue();
        assertThat(after(talk(), said("AgentContactHeld", 9).connected())
                        .standing()
                        .held())
                .isTrue();
        assertThat(WebexccProgress.after(
                                talk(), WebexccJson.ofCall(bare("AgentContactHeld", 9, ""), CallFixture.CALL), OUTCOMES)
                        .get(0)
                        .standing()
                        .held())
                .isTrue();
    }

    @Test
    void consultShouldBeFollowed() {
        WebexccCall called = after(
                talk(),
                said("AgentConsultCreated", 9)
                        .connected()
                        .state("consult")
                        .held()
                        .other());
        assertThat(called.standing().consult()).isEqualTo(Consult.CALLED);
        WebexccCall talks = after(
                called,
                said("AgentConsulting", 10)
                        .connected()
                        .state("consulting")
                        .held()
                        .other());
        assertThat(talks.standing().consult()).isEqualTo(Consult.TALKING);
        assertThat(WebexccEventMapper.lifeCycle(talks)).contains(LifeCycle.CONSULTING);
        WebexccCall over =
                after(talks, said("AgentConsultEnded", 11).connected().held());
        assertThat(WebexccEventMapper.lifeCycle(over)).contains(LifeCycle.HELD);
        WebexccCall three = after(
                talks,
                said("AgentConsultConferenced", 11)
                        .connected()
                        .state("conference")
                        .other());
        assertThat(WebexccEventMapper.lifeCycle(three)).contains(LifeCycle.CONFERENCED);
    }

    /** A real call log: the state stays {@code consulting} although nobody is left (sheet 10). */
    @Test
    void consultOfWhichNobodyIsLeftShouldBeNoneAfterAReading() {
        WebexccCall talks = after(
                talk(),
                said("AgentConsulting", 10)
                        .connected()
                        .state("consulting")
                        .held()
                        .other());
        WebexccCall read = after(
                talks, said("AgentContact", 12).connected().state("consulting").held());
        assertThat(read.standing().consult()).isEqualTo(Consult.NONE);
        assertThat(WebexccEventMapper.lifeCycle(read)).contains(LifeCycle.HELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AgentBlindTransferred",
                "AgentVteamTransferred",
                "AgentVTeamTransferred",
                "AgentConsultTransferred"
            })
    void transferShouldEndTheAgentsPart(String type) {
        WebexccCall call = after(talk(), said(type, 9).connected().due());
        assertThat(call.at(WebexccStage.WRAP_UP)).isTrue();
        assertThat(call.standing().reason()).contains(Reason.TRANSFERRED);
    }

    @Test
    void transferToHimShouldNotEndIt() {
        WebexccCall call =
                after(talk(), said("AgentBlindTransferred", 9).connected().with("\"destAgentId\":\"" + AGENT + "\""));
        assertThat(call.at(WebexccStage.TALK)).isTrue();
    }

    @Test
    void consultedAgentShouldTakeTheCallOver() {
        WebexccCall offered = last(
                said("AgentOfferConsult", 2).state("consult").customer(true).other());
        assertThat(WebexccEventMapper.lifeCycle(offered)).contains(LifeCycle.DIALING);
        WebexccCall talks = after(
                offered,
                said("AgentConsulting", 3).connected().state("consulting").other());
        assertThat(WebexccEventMapper.lifeCycle(talks)).contains(LifeCycle.CONNECTED);
        WebexccCall his = after(talks, said("AgentConsultTransferred", 4).connected());
        assertThat(WebexccEventMapper.lifeCycle(his)).contains(LifeCycle.CONNECTED);
        WebexccCall left = after(talks, said("AgentConsultEnded", 4).connected());
        assertThat(left.at(WebexccStage.ENDING)).isTrue();
    }

    @Test
    void anothersWrapUpShouldNotBeHis() {
        String theirs =
                said("AgentWrapup", 9).connected().text().replace("\"agentId\":\"" + AGENT, "\"agentId\":\"" + OTHER);
        List<WebexccCall> steps = WebexccProgress.after(talk(), WebexccJson.frame(theirs), OUTCOMES);
        assertThat(steps).allMatch(call -> call.at(WebexccStage.TALK));
    }

    @Test
    void whoeverIsLeftInAConferenceShouldGoOn() {
        WebexccCall three = after(
                talk(),
                said("AgentConsultConferenced", 8)
                        .connected()
                        .state("conference")
                        .other());
        WebexccCall two = after(
                three,
                said("ParticipantLeftConference", 9)
                        .connected()
                        .with("\"participantId\":\"" + OTHER + "\"")
                        .other());
        assertThat(WebexccEventMapper.lifeCycle(two)).contains(LifeCycle.CONNECTED);
        WebexccCall out = after(
                three,
                said("ParticipantLeftConference", 9)
                        .connected()
                        .with("\"participantId\":\"" + AGENT + "\"")
                        .other());
        assertThat(out.at(WebexccStage.ENDING)).isTrue();
    }

    @Test
    void agentWhoCancelsShouldNotBeAFailure() {
        WebexccCall call = last(
                said("AgentOfferContact", 2),
                said("ContactEnded", 5).with("\"terminatingParty\":\"Agent\"").due());
        assertThat(call.standing().reason()).isEqualTo(Optional.of(Reason.CANCELLED_BY_AGENT));
    }

    @Test
    void nothingShouldFollowTheEnd() {
        WebexccCall over = last(said("AgentOfferContact", 2), said("AgentWrappedUp", 7));
        assertThat(WebexccProgress.after(
                        over, said("ContactUpdated", 9).connected().frame(), OUTCOMES))
                .isEmpty();
    }

    @Test
    void unknownEventShouldBringOnlyItsContact() {
        WebexccCall call = after(talk(), said("SomethingNew", 9).connected().held());
        assertThat(call.standing().held()).isTrue();
        assertThat(call.to()).isEqualTo(CUSTOMER);
        WebexccCall same = after(talk(), said("SomethingNew", 9).connected());
        assertThat(same.word()).isEqualTo("CustAnswered");
    }
}
