package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.WebexccSite.CUSTOMER;
import static dev.trunkline.vendor.webexcc.WebexccSite.dial;
import static dev.trunkline.vendor.webexcc.WebexccSite.is;
import static dev.trunkline.vendor.webexcc.WebexccSite.on;
import static dev.trunkline.vendor.webexcc.WebexccSite.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.webexcc.WebexccSite.Desk;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the stream and of what it tells when the socket, its frames, the station or the sign-in fail (sheet 2, 5). */
class WebexccEventStreamTest {
    private static WebexccSite site;
    private static WebexccService service;

    @BeforeAll
    static void open() {
        site = WebexccSite.open();
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static CallSnapshot talking(Desk desk) {
        return WebexccSite.talking(service, desk);
    }

    private static long times(Desk desk, StreamState state) {
        return desk.told().links.stream().filter(state::equals).count();
    }

    @Test
    void streamShouldBeReadBeforeItIsTrusted() {
        Desk desk = site.ready(service);
        assertThat(desk.told().links).containsExactly(StreamState.CONNECTING, StreamState.READING, StreamState.UP);
        assertThat(desk.told().currents).isNotEmpty();
    }

    @Test
    void closedStreamShouldTellNothingMore() {
        Desk desk = site.ready(service);
        desk.stream().close();
        assertThat(desk.stream().state()).isEqualTo(StreamState.CLOSED);
        desk.stream().reread();
        assertThat(desk.told().links).doesNotContain(StreamState.CLOSED);
    }

    /** A restart of ours: the station and the call are the platform's, and stand (sheet 2.3). */
    @Test
    void callOfBeforeARestartShouldBeTakenUp() {
        Desk before = site.ready(service);
        CallSnapshot call = talking(before);
        before.stream().close();
        site.farEnd(call.id(), "hangup");

        Desk after = site.opening(site.service(Map.of()), before.agent());
        after.told().open = Set.of(call.id());
        after.told().untilLink(StreamState.UP, 1);
        CallSnapshot due = after.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(due.toAddress()).isEqualTo(CUSTOMER);
        service.wrapUp(after.agent(), on(due));
        after.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
    }

    @Test
    void changesWhileTheStreamWasAwayShouldBeFoundWhenItIsBack() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("cut-stream", desk.agent(), "\"seconds\":1");
        desk.told().untilLink(StreamState.WAITING, 1);
        site.farEnd(call.id(), "hangup");
        desk.told().untilLink(StreamState.UP, 2);
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
    }

    /** The platform tells nothing again, and tells no end of what is over (sheet 5.4, 5.5). */
    @Test
    void callThatIsNotThereAnyMoreShouldEndAfterTheReading() {
        Desk desk = site.ready(service);
        desk.told().open = Set.of("2d5e2c1e-0000-4000-8000-00000000abcd");
        site.fault("cut-stream", desk.agent(), "\"seconds\":1");
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(desk.told().currents.get(desk.told().currents.size() - 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "duplicate-events, '\"seconds\":4'",
        "reorder-events, '\"seconds\":4'",
        "fragments, '\"seconds\":4'",
        "unknown-event, '\"count\":1'",
        "unknown-state, '\"count\":1'",
        "odd-payload, '\"count\":1'",
        "no-interaction, '\"count\":1'",
        "no-id, '\"count\":1'",
        "big-frame, '\"count\":1'"
    })
    void callShouldBeRightInTheEndWhateverBecomesOfItsEvents(String kind, String details) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), details);
        CallSnapshot call = talking(desk);
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        service.drop(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        service.wrapUp(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        assertThat(desk.told().lives().stream().filter(LifeCycle.ENDED::equals)).hasSize(1);
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
    }

    /** No keepalive comes back, and nothing closes the connection (sheet 5.1). */
    @Test
    void connectionThatIsDeadWithoutAWordShouldBeReplaced() {
        WebexccService quick = site.service(Map.of("silentAfter", "1s"));
        Desk desk = site.ready(quick);
        site.fault("half-open", desk.agent(), "\"seconds\":4");
        desk.told().untilLink(StreamState.WAITING, 1);
        desk.told().untilLink(StreamState.UP, 2);
        WebexccSite.talking(quick, desk);
    }

    @Test
    void socketThatIsNotGreetedShouldBeGivenUpAndTriedAgain() {
        WebexccService quick = site.service(Map.of("welcomeWithin", "500ms"));
        Desk desk = site.ready(quick);
        site.fault("no-welcome", desk.agent(), "\"count\":1");
        site.fault("cut-stream", desk.agent(), "\"seconds\":0");
        desk.told().untilLink(StreamState.UP, 2);
    }

    @Test
    void socketShouldBeKeptAliveByTheTextThatThePlatformWants() {
        site.ready(service);
        long before = site.requests("keepalives");
        site.ready(service).told().until("keepalives", told -> site.requests("keepalives") > before + 4);
    }

    @Test
    void streamThatIsRefusedForAWhileShouldBeTriedAgain() {
        Desk desk = site.ready(service);
        site.fault("refuse-stream", desk.agent(), "\"seconds\":1");
        site.fault("cut-stream", desk.agent(), "\"seconds\":0");
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(times(desk, StreamState.REFUSED)).isZero();
    }

    /** Another client of ours took over: it is left alone (sheet 5.1, 10). */
    @Test
    void streamThatAnotherClientTookOverShouldNotComeBackByItself() {
        Desk desk = site.ready(service);
        site.fault("multi-login", desk.agent(), "");
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().whys).extracting(VendorException::code).contains(Code.LINK_DOWN);
        assertThat(desk.told().links).containsOnlyOnce(StreamState.UP);
        assertThat(site.sockets(desk.agent())).isZero();
    }

    @Test
    void signInThatHasEndedShouldBeSaid() {
        Desk desk = site.ready(service);
        site.fault("expire-auth", desk.agent(), "");
        desk.stream().reread();
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().whys).extracting(VendorException::code).contains(Code.AUTH_EXPIRED);
    }

    /** He was Ready, and is only Idle because his socket was away (sheet 2.5). */
    @Test
    void agentWhomALostSocketMadeIdleShouldBeReadyAgain() {
        Desk desk = site.ready(service);
        site.fault("cut-stream", desk.agent(), "\"seconds\":1");
        desk.told().untilLink(StreamState.UP, 2);
        desk.told().untilAgent(AgentState.READY);
        talking(desk);
    }

    @Test
    void agentWhoWasIdleBeforeShouldStayIdle() {
        Desk desk = site.ready(service);
        service.setNotReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.NOT_READY);
        long commands = site.requests("commands");
        site.fault("cut-stream", desk.agent(), "\"seconds\":1");
        desk.told().untilLink(StreamState.UP, 2);
        int known = desk.told().agents.size();
        desk.stream().reread();
        desk.told().until("read again", told -> told.agents.size() > known);
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.NOT_READY);
        assertThat(commands).isPositive();
    }

    @Test
    void stateThatASupervisorSetsShouldBeToldAndLeft() {
        Desk desk = site.ready(service);
        site.fault("idle", desk.agent(), "");
        desk.told().untilAgent(AgentState.NOT_READY);
    }

    /** 1038, though the socket stands (sheet 2.5, 10). */
    @Test
    void stationThatIsGoneShouldBeTakenAgain() {
        Desk desk = site.ready(service);
        service.setNotReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.NOT_READY);
        int known = desk.told().agents.size();
        site.fault("station-gone", desk.agent(), "");
        Order first = order("", Map.of());
        service.setReady(desk.agent(), first);
        desk.told().until("its failure", told -> told.failedCommands.contains(first.commandId()));
        assertThat(desk.told().failures).extracting(VendorException::code).containsExactly(Code.NOT_LOGGED_IN);
        desk.told().until("a station again", told -> told.agents.size() > known);
        service.setReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.READY);
        talking(desk);
    }

    @Test
    void supervisorsLogOutShouldBeTold() {
        Desk desk = site.ready(service);
        site.fault("logged-out", desk.agent(), "");
        desk.told()
                .until(
                        "logged out",
                        told -> told.lastAgent().state() == AgentState.LOGGED_OUT
                                || told.links.contains(StreamState.REFUSED));
    }

    /** 202, and no event ever (sheet 10): looked for, and if nothing changed, said. */
    @Test
    void commandWithoutAnEventShouldBeReadFor() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("drop-events", desk.agent(), "\"count\":1");
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
    }

    /** Not echoed to who ended it, by one report (sheet 10). */
    @Test
    void endThatIsNotEchoedShouldBeFound() {
        try (WebexccSite silent = WebexccSite.open(Map.of("endEchoed", "false"))) {
            WebexccService own = silent.service(Map.of());
            Desk desk = silent.ready(own);
            CallSnapshot call = WebexccSite.talking(own, desk);
            own.drop(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        }
    }

    @Test
    void failureOfACommandShouldBeItsOwn() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("swallow", desk.agent(), "\"count\":1");
        service.hold(desk.agent(), on(call));
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
    }

    @Test
    void wrapUpTimerOfOursShouldEndTheWork() {
        WebexccService timed = site.service(Map.of("wrapUpAfter", "1s"));
        Desk desk = site.ready(timed);
        CallSnapshot call = WebexccSite.talking(timed, desk);
        site.farEnd(call.id(), "hangup");
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        assertThat(desk.told().lives()).contains(LifeCycle.WRAP_UP);
        assertThat(times(desk, StreamState.WAITING)).isZero();
        timed.setReady(desk.agent(), order("", Map.of()));
        timed.dial(desk.agent(), dial("+13125550143"));
        desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
    }
}
