package dev.trunkline.vendor.gws;

import static dev.trunkline.vendor.gws.GwsSite.CUSTOMER;
import static dev.trunkline.vendor.gws.GwsSite.dial;
import static dev.trunkline.vendor.gws.GwsSite.is;
import static dev.trunkline.vendor.gws.GwsSite.on;
import static dev.trunkline.vendor.gws.GwsSite.order;
import static dev.trunkline.vendor.gws.GwsSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.gws.GwsSite.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GwsEventStreamTest {
    private static GwsSite site;
    private static GwsService service;

    @BeforeAll
    static void open() {
        site = GwsSite.open(Map.of("maxInterval", "3s"));
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static CallSnapshot talking(Desk desk) {
        return GwsSite.talking(service, desk);
    }

    @Test
    void streamShouldBeReadBeforeItIsTrusted() {
        Desk desk = site.ready(service);
        assertThat(desk.told().links).containsExactly(StreamState.CONNECTING, StreamState.READING, StreamState.UP);
        assertThat(desk.told().currents).isNotEmpty();
    }

    /** A restart of ours: another stream, which only knows what is stored. */
    @Test
    void workThatBeganWhileWeWereAwayShouldBelongToItsCall() {
        Desk before = site.ready(service);
        CallSnapshot call = talking(before);
        before.stream().close();
        site.farEnd(call.id(), "hangup");
        Desk after = site.opening(service, before.agent(), before.told());
        after.told().untilLink(StreamState.UP, 2);
        CallSnapshot work = after.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(work.allowed()).containsExactly(Verb.WRAP_UP);
        service.wrapUp(after.agent(), order(call.id(), Map.of("ready", true)));
        after.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
    }

    @Test
    void moreAgentsThanTheLibraryAllowsShouldListenAtOnce() {
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            desks.add(site.opening(service, site.agent()));
        }
        desks.forEach(desk -> desk.told().untilLink(StreamState.UP, 1));
        Desk last = desks.get(desks.size() - 1);
        service.login(last.agent(), order("", Map.of()));
        last.told().untilAgent(AgentState.NOT_READY);
        desks.forEach(desk -> desk.stream().close());
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

    @ParameterizedTest
    @ValueSource(strings = {"silent-channel", "duplicate-events", "reorder-events"})
    void callShouldBeRightInTheEndWhateverBecomesOfItsEvents(String kind) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), "\"seconds\":3");
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        service.drop(desk.agent(), on(call));
        desk.told().untilAgent(AgentState.WORK);
    }

    @Test
    void batchThatIsLostShouldBeReadAgain() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("lose-batch", desk.agent(), "\"count\":1");
        service.hold(desk.agent(), on(call));
        desk.told().untilLink(StreamState.UP, 2);
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
    }

    @Test
    void connectionThatIsDeadWithoutAWordShouldBeNoticed() {
        Desk desk = site.ready(service);
        site.fault("half-open", desk.agent(), "\"seconds\":4");
        desk.told().untilLink(StreamState.WAITING, 1);
        desk.told().untilLink(StreamState.UP, 2);
        talking(desk);
    }

    @Test
    void sessionThatTheServerForgotShouldBeSubscribedAgain() {
        Desk desk = site.ready(service);
        site.fault("drop-session", desk.agent(), "");
        desk.told().untilLink(StreamState.UP, 2);
        talking(desk);
    }

    /** Else everything would come late: the server may not know yet that the poll of before is gone. */
    @Test
    void newSessionShouldBeNoSecondWindowOfTheOneBefore() {
        for (int i = 0; i < 3; i++) {
            Desk desk = site.ready(service);
            CallSnapshot call = talking(desk);
            site.fault("drop-session", desk.agent(), "");
            desk.told().untilLink(StreamState.UP, 2);
            service.drop(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        }
        assertThat(site.requests("polls of a second window")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expire-session", "rotate-csrf", "lose-cookie"})
    void sessionThatHasEndedShouldBeBegunAgain(String kind) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), "\"count\":1");
        CallSnapshot call = talking(desk);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
        service.drop(desk.agent(), on(call));
        desk.told().untilAgent(AgentState.WORK);
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
    }

    /** And not be tried again: that could lock the account. */
    @Test
    void signInThatHasEndedShouldBeSaid() {
        try (GwsSite other = GwsSite.open()) { // nobody else signs in there
            GwsService theirs = other.service(Map.of());
            Desk desk = other.ready(theirs);
            long before = other.requests("sign-ins");
            other.fault("expire-auth", desk.agent(), "\"count\":100");
            desk.told().untilLink(StreamState.REFUSED, 1);
            assertThat(desk.told().whys).extracting(VendorException::code).contains(Code.AUTH_EXPIRED);
            GwsSite.talking(theirs, other.ready(theirs)); // which takes longer than some more tries would
            assertThat(other.requests("sign-ins"))
                    .as("one that was refused, and the other agent's")
                    .isEqualTo(before + 2);
        }
    }

    @Test
    void questionDuringTheFirstReadingShouldBeAskedAgain() {
        AgentSession agent = site.agent();
        site.fault("slow", agent, "\"seconds\":1,\"count\":3");
        Desk desk = site.opening(service, agent);
        desk.told().untilLink(StreamState.READING, 1);
        desk.stream().reread();
        desk.told().until("another reading", told -> told.currents.size() > 1);
    }

    /** And whether it was done could not be read either. */
    @Test
    void streamOfAnAgentWhoseLogoutFailedShouldStillNoticeItsLoss() {
        Desk desk = site.ready(service);
        site.fault("error", desk.agent(), "\"status\":500,\"count\":1");
        site.fault("slow", desk.agent(), "\"seconds\":5,\"count\":3");
        assertThat(refusal(() -> service.logout(desk.agent(), order("", Map.of())))
                        .effect())
                .isEqualTo(Effect.DOUBTFUL);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(desk.told().whys).extracting(VendorException::code).contains(Code.PLATFORM_TIMEOUT);
        long losses = losses(desk);
        site.fault("cut-stream", desk.agent(), "\"seconds\":1");
        desk.told().until("the loss", told -> losses(desk) > losses);
    }

    private static long losses(Desk desk) {
        return desk.told().links.stream()
                .filter(state -> state == StreamState.WAITING)
                .count();
    }

    /** A load balancer that does not keep to its cookie; the pause is long enough to be seen. */
    @Test
    void sessionThatIsForgottenAgainAndAgainShouldNotBeBegunWithoutAPause() {
        try (GwsSite other = GwsSite.open()) { // nobody else shakes hands there
            Map<String, String> patient = Map.of(
                    "backoffFirst", "1h", "backoffLongest", "1h", "networkDelay", "10s", "connectTimeout", "10s");
            Desk desk = other.ready(other.service(patient));
            long before = other.requests("handshakes");
            long begun = System.nanoTime();
            other.fault("other-node", desk.agent(), "\"seconds\":600");
            desk.told().untilLink(StreamState.WAITING, 1);
            assertThat(IntStream.range(0, 10).anyMatch(round -> !shakesHands(other)))
                    .as("begun again and again")
                    .isTrue();
            assertThat(desk.stream().state()).isEqualTo(StreamState.WAITING);
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            assertThat(other.requests("handshakes") - before)
                    .as("two in three seconds, and one whose answer comes too late")
                    .isLessThanOrEqualTo(3 + 2 * seconds / 3);
        }
    }

    /** While somebody else signs in and talks, which takes longer than another one would. */
    private static boolean shakesHands(GwsSite other) {
        long before = other.requests("handshakes");
        talking(site.ready(service));
        return other.requests("handshakes") > before;
    }

    @Test
    void oddMessagesShouldNotStopTheStream() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("unknown-state", desk.agent(), "");
        site.fault("unknown-notification", desk.agent(), "");
        site.fault("same-state", desk.agent(), "");
        site.fault("garbage", desk.agent(), "\"text\":\"\\\"nonsense\\\"\"");
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        assertThat(desk.told().links).doesNotContain(StreamState.WAITING);
    }

    @Test
    void agentWhoIsPutOutShouldBeSeenToBe() {
        Desk desk = site.ready(service);
        site.fault("logged-out", desk.agent(), "");
        desk.told().untilAgent(AgentState.LOGGED_OUT);
    }

    @Test
    void phoneThatIsGoneShouldKeepFromDialling() {
        Desk desk = site.ready(service);
        site.fault("phone-gone", desk.agent(), "\"seconds\":2");
        desk.told().untilAgent(AgentState.UNKNOWN);
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isEqualTo(Code.DEVICE_UNAVAILABLE);
        desk.told().untilAgent(AgentState.READY);
        assertThat(desk.told().failures)
                .as("the error that is told besides is the same")
                .isEmpty();
    }

    @Test
    void errorThatIsToldLaterShouldBeTheDials() {
        try (GwsSite other = GwsSite.open(Map.of("invalidNumber", "errorMessage", "errorTexts", "true"))) {
            GwsService theirs = other.service(Map.of());
            Desk desk = other.ready(theirs);
            var dial = dial("3125550104");
            theirs.dial(desk.agent(), dial);
            desk.told().until("the failure", told -> !told.failures.isEmpty());
            assertThat(desk.told().failedCommands).containsExactly(dial.commandId());
            assertThat(desk.told().failures.get(0).code()).isEqualTo(Code.INVALID_NUMBER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csrf=false",
                "csrfFirst=false",
                "csrfOnStream=true",
                "anonymousStream=unsuccessful",
                "unknownClient=unknownClient",
                "ack=true",
                "participants=strings",
                "callMembers=asCaptured",
                "errorStatus=all200",
                "tellsWrapUpTime=false",
                "afterLogin=loggedIn",
                "callIds=connId"
            })
    void whatNoSourceConfirmsShouldWorkBothWays(String rule) {
        try (GwsSite other = GwsSite.open(Map.of(rule.split("=")[0], rule.split("=")[1]))) {
            GwsService theirs = other.service(Map.of());
            Desk desk = other.ready(theirs);
            CallSnapshot call = GwsSite.talking(theirs, desk);
            other.fault("expire-session", desk.agent(), "\"count\":1");
            theirs.hold(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
            theirs.drop(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
            theirs.wrapUp(desk.agent(), order(call.id(), Map.of("ready", true)));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        }
    }
}
