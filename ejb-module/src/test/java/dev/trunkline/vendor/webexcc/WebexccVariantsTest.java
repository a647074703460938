package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.WebexccSite.dial;
import static dev.trunkline.vendor.webexcc.WebexccSite.is;
import static dev.trunkline.vendor.webexcc.WebexccSite.on;
import static dev.trunkline.vendor.webexcc.WebexccSite.order;
import static dev.trunkline.vendor.webexcc.WebexccSite.talking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.webexcc.WebexccSite.Desk;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facts that no source confirms, played otherwise than by default, at once those that have nothing to do with each other: the adapter must not
 * lean on one of them.
 */
class WebexccVariantsTest {
    private static final String NOBODY_ANSWERS = "+13125550102";
    private static final String BUSY = "+13125550101";
    private static final String COLLEAGUE = "+13125550188";

    private static WebexccSite site(String rules) {
        return WebexccSite.open(Stream.of(rules.split(" "))
                .map(rule -> rule.split("="))
                .collect(Collectors.toMap(rule -> rule[0], rule -> rule[1])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refreshTokens=keep jwtTokens=true errorBodies=reporting welcomeType=false keepAliveEcho=boolean logoutMethods=put",
                "errorBodies=none logoutMethods=post displaced=silent secondLogin=success idleOnDisconnect=false channelStates=true",
                "firstEvent=beforeAnswer dialNeedsAvailable=true outboundTypeNeeded=true directionNeeded=true addsPlus=true",
                "firstEvent=afterAnswer dialStatus=202 strictOrigin=false extensionsDialable=false assigned=atAgentLeg misspelledNumber=true",
                "customerShown=false tellsAgentJoined=true cancel=failed wrapUpUnanswered=false wrapUpTold=event wrapUpGate=false",
                "wrapUpTold=pending endEchoed=false associatedDetails=false wordyCodes=true agentsListTasks=false disconnectMarksIdle=true"
            })
    void workingDayShouldBeTheSame(String rules) {
        try (WebexccSite site = site(rules)) {
            WebexccService service = site.service(Map.of());
            talkEndsWithItsWrapUp(site, service);
            busyNumberFails(site.ready(service), service);
            dialIsGivenUp(site.ready(service), service);
            agentLeaves(site.ready(service), service);
        }
    }

    private static void talkEndsWithItsWrapUp(WebexccSite site, WebexccService service) {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(service, desk);
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        service.retrieve(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.CONNECTED));
        site.farEnd(call.id(), "hangup");
        CallSnapshot over = desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(over.reason()).contains(Reason.REMOTE_HANGUP);
        String outcome = service.wrapUpReasons(desk.agent()).get(0).id();
        service.wrapUp(desk.agent(), order(call.id(), Map.of("wrapup", outcome)));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        assertThat(site.callsTo(desk.agent(), WebexccSite.CUSTOMER)).isEqualTo(1);
    }

    private static void busyNumberFails(Desk desk, WebexccService service) {
        service.dial(desk.agent(), dial(BUSY));
        CallSnapshot failed = desk.told().untilCall(told -> is(told, LifeCycle.FAILED));
        assertThat(failed.reason()).contains(Reason.BUSY);
    }

    private static void dialIsGivenUp(Desk desk, WebexccService service) {
        service.dial(desk.agent(), dial(NOBODY_ANSWERS));
        CallSnapshot dialing = desk.told().untilCall(LifeCycle.DIALING);
        service.drop(desk.agent(), on(dialing));
        CallSnapshot over = desk.told().untilCall(told -> told.reason().isPresent());
        assertThat(over.reason()).contains(Reason.CANCELLED_BY_AGENT);
        assertThat(desk.told().lives()).doesNotContain(LifeCycle.CONNECTED);
    }

    private static void agentLeaves(Desk desk, WebexccService service) {
        service.logout(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.LOGGED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consultTransfer=first conferencing=first conferenceExit=second vteam=capital",
                "consultTransfer=both conferencing=both conferenceExit=both associatedDetails=false",
                "conferenceTransfer=false dropParticipant=false customerShown=false"
            })
    void colleagueShouldBeConsultedJoinedAndGivenTheCall(String rules) {
        try (WebexccSite site = site(rules)) {
            WebexccService service = site.service(Map.of());
            Desk given = site.ready(service);
            CallSnapshot call = consulting(service, given, Verb.TRANSFER);
            service.transfer(given.agent(), on(call));
            CallSnapshot over = given.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
            assertThat(over.reason()).contains(Reason.TRANSFERRED);

            Desk joined = site.ready(service);
            CallSnapshot talk = consulting(service, joined, Verb.CONFERENCE);
            service.conference(joined.agent(), on(talk));
            joined.told().untilNow(talk.id(), now -> is(now, LifeCycle.CONFERENCED));
            service.drop(joined.agent(), on(talk));
            joined.told().untilNow(talk.id(), now -> is(now, LifeCycle.WRAP_UP));
        }
    }

    private static CallSnapshot consulting(WebexccService service, Desk desk, Verb until) {
        CallSnapshot call = talking(service, desk);
        service.consult(desk.agent(), order(call.id(), Map.of("toAddress", COLLEAGUE)));
        return desk.told().untilNow(call.id(), now -> now.allowed().contains(until));
    }
}
