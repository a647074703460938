package dev.trunkline.vendor.genesys;

import static dev.trunkline.vendor.genesys.CallFixture.call;
import static dev.trunkline.vendor.genesys.CallFixture.last;
import static dev.trunkline.vendor.genesys.CallFixture.legs;
import static dev.trunkline.vendor.genesys.CallFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.genesys.GenesysEventMapper.Telling;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.Presence;
import dev.trunkline.vendor.genesys.wire.Routing;
import dev.trunkline.vendor.genesys.wire.Station;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenesysEventMapperTest {
    private static final String OWN = "a agent connected me talked work";
    private static final String FAR = "f customer connected talked dnis=tel:+16085559000";

    @Test
    void eventOfTheSheetShouldBeADialThatRings() {
        CallSnapshot call = GenesysEventMapper.toSnapshots(call(CallFixture.dialing()), Telling.PLAIN)
                .get(0);
        assertThat(call.lifeCycle()).contains(LifeCycle.DIALING);
        assertThat(call.platformState()).isEqualTo("dialing");
        assertThat(call.fromAddress()).isEqualTo("+18005550100");
        assertThat(call.toAddress()).isEqualTo("+16085559000");
        assertThat(call.dialled()).containsExactly("+16085559000");
        assertThat(call.variables()).isEqualTo(Map.of("crmCaseId", "C-10042"));
        assertThat(call.published()).isTrue();
        assertThat(call.reason()).isEmpty();
        assertThat(call.allowed())
                .contains(Verb.DROP, Verb.HOLD, Verb.MUTE)
                .doesNotContain(Verb.CONSULT, Verb.SEND_DTMF);
        assertThat(GenesysEventMapper.latest(call(CallFixture.dialing()))).isEqualTo("2026-03-04T10:11:13.950Z");
    }

    @Test
    void lifeShouldFollowTheLegsFromDialToWrapUp() {
        assertThat(lives("a agent contacting me")).containsExactly(LifeCycle.INITIATED);
        assertThat(lives("a agent dialing me", "f customer dialing")).containsExactly(LifeCycle.DIALING);
        assertThat(lives("a agent connected me talked")).containsExactly(LifeCycle.DIALING);
        assertThat(lives(OWN, "f customer alerting")).containsExactly(LifeCycle.RINGING);
        assertThat(lives(OWN, FAR)).containsExactly(LifeCycle.CONNECTED);
        assertThat(lives(OWN + " held=true", FAR + " confined=true")).containsExactly(LifeCycle.HELD);
        assertThat(lives("a agent disconnected me talked work disconnectType=peer", "f customer terminated talked"))
                .containsExactly(LifeCycle.WRAP_UP);
        assertThat(lives("a agent terminated me talked work wrapup=x", "f customer terminated talked"))
                .containsExactly(LifeCycle.ENDED);
        assertThat(lives("a agent terminated me talked", "f external terminated talked"))
                .containsExactly(LifeCycle.ENDED);
    }

    private static List<LifeCycle> lives(String... legs) {
        return told(legs).stream()
                .map(CallSnapshot::lifeCycle)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void wordsShouldBeThePlatformsOwn() {
        assertThat(last(OWN + " held=true", FAR).platformState()).isEqualTo("held");
        assertThat(last("a agent disconnected me talked work", "f customer terminated talked")
                        .platformState())
                .isEqualTo("ACW");
        assertThat(last("a agent disconnected me talked", "f customer terminated talked")
                        .platformState())
                .isEqualTo("disconnected");
        assertThat(last("a agent terminated me talked", "f customer terminated talked")
                        .platformState())
                .isEqualTo("terminated");
    }

    @Test
    void dialThatCameToNothingShouldBeAnOutcomeAndThenAnEnd() {
        assertThat(lives(OWN, "f customer terminated disconnectType=timeout")).containsExactly(LifeCycle.FAILED);
        assertThat(lives(
                        "a agent disconnected me talked work disconnectType=peer",
                        "f customer terminated disconnectType=timeout"))
                .containsExactly(LifeCycle.FAILED, LifeCycle.WRAP_UP);
        assertThat(lives(
                        "a user terminated me talked disconnectType=peer",
                        "f external terminated disconnectType=timeout"))
                .containsExactly(LifeCycle.FAILED, LifeCycle.ENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "sip=486, BUSY",
        "sip=600, BUSY",
        "sip=408, NO_ANSWER",
        "sip=480, NO_ANSWER",
        "sip=603, REJECTED",
        "sip=404, INVALID_NUMBER",
        "sip=503, NO_LINES",
        "disconnectType=timeout, NO_ANSWER",
        "disconnectType=uncallable, INVALID_NUMBER",
        "disconnectType=endpoint, NOT_CONNECTED",
        "disconnectType=system, PLATFORM_ERROR",
        "error=error.ininedgecontrol.connection.dialplan.notReachable, INVALID_NUMBER",
        "error=error.ininedgecontrol.connection.noAvailableLines, NO_LINES",
    })
    void failuresShouldBeToldApartByTheirCauses(String sign, Reason reason) {
        assertThat(last(OWN, "f customer terminated " + sign).reason()).contains(reason);
    }

    @Test
    void causeShouldGoBeforeTheWord() {
        assertThat(last(OWN, "f customer terminated disconnectType=timeout sip=486")
                        .reason())
                .contains(Reason.BUSY);
    }

    @Test
    void phoneThatTheAgentDidNotAnswerShouldBeToldAsSuch() {
        CallSnapshot call =
                last("a agent terminated me disconnectType=error error=error.ininedgecontrol.connection.timeout");
        assertThat(call.reason()).contains(Reason.AGENT_PHONE_NO_ANSWER);
    }

    @Test
    void dialThatTheAgentGaveUpShouldNotHaveFailed() {
        List<CallSnapshot> told =
                told("a agent terminated me talked disconnectType=client", "f customer terminated disconnectType=peer");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(told.get(0).reason()).contains(Reason.CANCELLED_BY_AGENT);
    }

    @Test
    void farEndThatSomebodyElseEndedShouldNotHaveFailedWhileNobodyKnowsWhoThatWas() {
        assertThat(lives("a agent connected me talked", "f customer terminated disconnectType=peer"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "client, terminated, AGENT_HANGUP",
        "endpoint, terminated, AGENT_HANGUP",
        "peer, terminated, REMOTE_HANGUP",
        "transfer, connected, TRANSFERRED",
        "transfer.consult, connected, TRANSFERRED"
    })
    void endOfATalkShouldSayWhoEndedIt(String type, String far, Reason reason) {
        assertThat(last("a agent terminated me talked disconnectType=" + type, "f customer " + far + " talked")
                        .reason())
                .contains(reason);
    }

    @Test
    void whoLeavesTwoOthersBehindShouldHaveHandedTheCallOver() {
        assertThat(last(
                                "a agent terminated me talked disconnectType=client",
                                "f customer connected talked",
                                "d user connected talked")
                        .reason())
                .contains(Reason.TRANSFERRED);
    }

    @Test
    void unknownWordShouldKeepTheLifeCycle() {
        CallSnapshot odd = last("a agent hovering me", "f customer hovering");
        assertThat(odd.lifeCycle()).isEmpty();
        assertThat(odd.platformState()).isEqualTo("hovering");
    }

    @Test
    void consultShouldBePartOfTheSameCall() {
        String mine = OWN + " consultParticipantId=f attribute=consultInitiator:true";
        String customer = FAR + " consultParticipantId=f confined=true";
        CallSnapshot rings = last(mine, customer, "d user alerting consultParticipantId=f in");
        assertThat(rings.lifeCycle()).contains(LifeCycle.CONSULTING);
        assertThat(rings.allowed()).contains(Verb.DROP_CONSULT).doesNotContain(Verb.TRANSFER, Verb.CONSULT);
        CallSnapshot talks = last(mine, customer, "d user connected talked consultParticipantId=f in");
        assertThat(talks.allowed()).contains(Verb.TRANSFER, Verb.CONFERENCE, Verb.SWAP, Verb.DROP_CONSULT);
        assertThat(talks.toAddress()).isEqualTo("+16085559000");
        assertThat(talks.variables()).isEmpty();
        CallSnapshot three = last(mine, FAR + " consultParticipantId=f", "d user connected talked in");
        assertThat(three.lifeCycle()).contains(LifeCycle.CONFERENCED);
        assertThat(three.allowed()).contains(Verb.DROP_PARTICIPANT).doesNotContain(Verb.SWAP, Verb.CONFERENCE);
    }

    @Test
    void consultWithAnOutsiderShouldNotTakeHimForTheCustomer() {
        CallSnapshot talks = last(
                OWN + " consultParticipantId=f attribute=consultInitiator:true",
                FAR + " consultParticipantId=f confined=true",
                "d external connected talked consultParticipantId=f dnis=tel:+13125550188");
        assertThat(talks.toAddress()).isEqualTo("+16085559000");
        assertThat(talks.lifeCycle()).contains(LifeCycle.CONSULTING);
    }

    @Test
    void consultedColleagueShouldHaveAnOrdinaryCall() {
        String asking = "x agent connected talked consultParticipantId=f user=other";
        CallSnapshot offered = last(
                "x agent connected talked consultParticipantId=f",
                "f customer connected talked confined=true consultParticipantId=f",
                "a user alerting me in consultParticipantId=f");
        assertThat(asking).isNotEmpty();
        assertThat(offered.lifeCycle()).contains(LifeCycle.RINGING);
        assertThat(offered.allowed()).contains(Verb.ANSWER, Verb.REJECT);
        CallSnapshot answered = last(
                "x agent connected talked consultParticipantId=f",
                "f customer connected talked confined=true consultParticipantId=f",
                "a user connected talked me in consultParticipantId=f");
        assertThat(answered.lifeCycle()).contains(LifeCycle.CONNECTED);
        assertThat(answered.allowed()).doesNotContain(Verb.DROP_CONSULT, Verb.TRANSFER);
    }

    @Test
    void newestOwnLegThatLivesShouldCount() {
        CallSnapshot back = last(
                "a1 agent terminated me talked disconnectType=transfer",
                FAR,
                "x user terminated talked disconnectType=transfer",
                "a2 agent connected me talked in");
        assertThat(back.lifeCycle()).contains(LifeCycle.CONNECTED);
    }

    @Test
    void callFromOutsideShouldNotBeTold() {
        assertThat(last("f customer connected talked in", "a agent alerting me in")
                        .published())
                .isFalse();
        assertThat(last("f customer connected talked", "a agent alerting me in").published())
                .as("a dialer's call, whose agent leg is inbound too")
                .isTrue();
    }

    @Test
    void mutedAndHeldShouldOpenTheirWayBack() {
        assertThat(last(OWN + " muted=true held=true", FAR).allowed())
                .contains(Verb.UNMUTE, Verb.RETRIEVE)
                .doesNotContain(Verb.MUTE, Verb.HOLD);
        assertThat(last("a agent disconnected me talked work", "f customer terminated talked")
                        .allowed())
                .containsExactly(Verb.UPDATE_CALL_DATA, Verb.SCHEDULE, Verb.WRAP_UP);
    }

    @Test
    void sameLegsShouldBeTheSameFactsWhateverTheClock() {
        String facts = last(OWN, FAR).facts();
        assertThat(last(OWN, FAR + " startTime=2026-03-04T10:11:14.900Z").facts())
                .isEqualTo(facts);
        assertThat(last(OWN + " muted=true", FAR).facts()).isNotEqualTo(facts);
    }

    @Test
    void whatNoClientSeesShouldBeNoFact() {
        String over = "a agent disconnected me talked work";
        assertThat(last(over, "f customer disconnected talked disconnectType=endpoint")
                        .facts())
                .isEqualTo(last(over, "f customer terminated talked disconnectType=endpoint")
                        .facts());
    }

    @Test
    void commandWhoseEffectIsSeenInNothingElseShouldBeAFact() {
        GenesysCall call = call(legs(OWN, FAR));
        String before =
                GenesysEventMapper.toSnapshots(call, Telling.PLAIN).get(0).facts();
        assertThat(GenesysEventMapper.toSnapshots(call, new Telling("m-2", "m-2", ""))
                        .get(0)
                        .facts())
                .isNotEqualTo(before);
    }

    @Test
    void callThatIsGoneShouldEndFromItsTextAlone() {
        GenesysCall talking = call(legs(OWN, FAR));
        GenesysCall again = GenesysMemory.read(CallFixture.AGENT, GenesysMemory.write(talking));
        assertThat(again).isEqualTo(talking);
        CallSnapshot gone = GenesysEventMapper.gone(again);
        assertThat(gone.lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(gone.toAddress()).isEqualTo("+16085559000");
        assertThat(gone.allowed()).isEmpty();
    }

    @Test
    void sheetsEventShouldSurviveItsTextForm() {
        Conversation told = CallFixture.dialing();
        assertThat(GenesysJson.conversation(GenesysLegs.write(told))).isEqualTo(told);
    }

    // ---- the agent

    private static final List<Definition> DEFINITIONS = List.of(
            new Definition("d-1", "Available", "Available", false), new Definition("d-2", "Lunch", "Meal", false));

    private static AgentSnapshot agent(String definition, String presence, String routing, boolean inWrapUp) {
        User user = new User(
                "u-1",
                "Test Agent",
                "testagent.a@testdomain.com",
                new Presence(definition, presence, "2026-03-04T10:00:00.000Z"),
                new Routing(routing, ""),
                new Station("s-1", "1001"));
        return GenesysEventMapper.toAgent(GenesysAgent.of(user, DEFINITIONS), inWrapUp, "");
    }

    @ParameterizedTest
    @CsvSource({
        "Available, OFF_QUEUE, READY",
        "AVAILABLE, OFF_QUEUE, READY",
        "On Queue, IDLE, READY",
        "ON_QUEUE, IDLE, READY",
        "ON_QUEUE, NOT_RESPONDING, NOT_READY",
        "ON_QUEUE, INTERACTING, TALKING",
        "Available, COMMUNICATING, TALKING",
        "Meal, OFF_QUEUE, NOT_READY",
        "Busy, OFF_QUEUE, NOT_READY",
        "Idle, OFF_QUEUE, NOT_READY",
        "Offline, OFF_QUEUE, LOGGED_OUT",
        "Dreaming, OFF_QUEUE, UNKNOWN"
    })
    void statesShouldBeTheContractsWords(String presence, String routing, AgentState state) {
        assertThat(agent("d-0", presence, routing, false).state()).isEqualTo(state);
    }

    @Test
    void reasonShouldBeThePresenceAndWrapUpShouldBeWork() {
        AgentSnapshot lunch = agent("d-2", "Meal", "OFF_QUEUE", false);
        assertThat(lunch.label()).isEqualTo("Lunch");
        assertThat(lunch.reasonCode()).isEqualTo("d-2");
        assertThat(lunch.extension()).isEqualTo("1001");
        assertThat(agent("d-1", "Available", "IDLE", true).state()).isEqualTo(AgentState.WORK);
        assertThat(agent("d-1", "Available", "IDLE", false).reasonCode()).isEmpty();
    }
}
