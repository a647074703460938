package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.Five9Site.CUSTOMER;
import static dev.trunkline.vendor.five9.Five9Site.dial;
import static dev.trunkline.vendor.five9.Five9Site.is;
import static dev.trunkline.vendor.five9.Five9Site.on;
import static dev.trunkline.vendor.five9.Five9Site.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Site.Desk;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the stream and of what it tells when the socket, its frames or the session fail (sheet 5). */
class Five9EventStreamTest {
    private static Five9Site site;
    private static Five9Service service;

    @BeforeAll
    static void open() {
        site = Five9Site.open();
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static CallSnapshot talking(Desk desk) {
        return Five9Site.talking(service, desk);
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

    /** A restart of ours: another stream, which only knows what is stored. */
    @Test
    void callOfBeforeARestartShouldBeTakenUp() {
        Desk before = site.ready(service);
        CallSnapshot call = talking(before);
        before.stream().close();
        site.farEnd(call.id(), "hangup");
        Desk after = site.opening(site.service(Map.of()), before.agent(), before.told());
        after.told().untilLink(StreamState.UP, 2);
        CallSnapshot work = after.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(work.allowed()).contains(Verb.WRAP_UP);
        assertThat(work.toAddress()).as("which only we know").isEqualTo(CUSTOMER);
        assertThat(after.told().lives()).doesNotContain(LifeCycle.FAILED);
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

    /** The socket goes as the call starts ringing. */
    @Test
    void dialWhoseStreamIsCutShouldBeFoundWhenItIsBack() {
        Desk desk = site.ready(service);
        service.dial(desk.agent(), dial("3125550109"));
        desk.told().untilLink(StreamState.WAITING, 1);
        desk.told().untilLink(StreamState.UP, 2);
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        assertThat(call.toAddress()).isEqualTo("3125550109");
        assertThat(site.callsTo(desk.agent(), "3125550109")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "silent-socket, '\"seconds\":60'",
        "duplicate-events, '\"seconds\":5'",
        "reorder-events, '\"seconds\":5'",
        "null-ids, '\"seconds\":5'"
    })
    void callShouldBeRightInTheEndWhateverBecomesOfItsEvents(String kind, String details) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), details);
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        desk.told().open = Set.of(call.id());
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        service.drop(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        service.wrapUp(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        assertThat(desk.told().spoken())
                .filteredOn(told -> is(told, LifeCycle.ENDED))
                .as("its end, once")
                .hasSize(1);
    }

    /** Its pong proves nothing (sheet 5.6): what the agent does and what happens to him is found by reading. */
    @Test
    void socketThatOnlyAnswersPingsShouldBeFoundOut() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("silent-socket", desk.agent(), "\"seconds\":60");
        site.farEnd(call.id(), "hangup");
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
    }

    /** No pong, no frame, and no close. */
    @Test
    void connectionThatIsDeadWithoutAWordShouldBeNoticed() {
        Desk desk = site.ready(service);
        site.fault("half-open", desk.agent(), "\"seconds\":4");
        desk.told().untilLink(StreamState.WAITING, 1);
        desk.told().untilLink(StreamState.UP, 2);
        talking(desk);
    }

    /** While another agent lets it ring for longer than the platform lives without a ping. */
    @Test
    void socketShouldBeKeptAliveByPings() {
        try (Five9Site strict = Five9Site.open(Map.of("pingWithin", "1s", "noAnswer", "3s"))) {
            Five9Service theirs = strict.service(Map.of());
            Desk desk = strict.ready(theirs);
            long before = strict.requests("pings");
            Desk other = strict.ready(theirs);
            theirs.dial(other.agent(), dial("3125550102"));
            other.told().untilCall(now -> is(now, LifeCycle.FAILED));
            assertThat(desk.told().links).doesNotContain(StreamState.WAITING);
            assertThat(strict.requests("pings")).isGreaterThan(before);
        }
    }

    /** 1000 and 1003: begun from the start; 3000: another key; and nobody has to sign in (sheet 5.6). */
    @ParameterizedTest
    @ValueSource(strings = {"1000", "1003", "3000"})
    void socketThatIsClosedShouldBeReplaced(String status) {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("close-stream", desk.agent(), "\"status\":" + status);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
    }

    @Test
    void streamThatIsRefusedForAWhileShouldBeTriedAgain() {
        Desk desk = site.ready(service);
        site.fault("refuse-stream", desk.agent(), "\"seconds\":2");
        site.fault("cut-stream", desk.agent(), "\"seconds\":1");
        desk.told().untilLink(StreamState.WAITING, 1);
        desk.told().untilLink(StreamState.UP, 2);
        talking(desk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-event", "unknown-state", "unknown-reason", "odd-payload", "garbage", "big-frame"})
    void oddFramesShouldNotStopTheStream(String kind) {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault(kind, desk.agent(), kind.equals("garbage") ? "\"text\":\"{nonsense\"" : "\"count\":1");
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        service.drop(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(desk.told().links).doesNotContain(StreamState.WAITING);
    }

    /** Told once per real loss, not at every log-in. */
    @Test
    void sessionThatEndsShouldBeBegunAgainWithoutASignIn() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("error", desk.agent(), "\"status\":401,\"count\":1");
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
        assertThat(times(desk, StreamState.WAITING)).as("losses").isLessThanOrEqualTo(1);
    }

    /** And not be tried again: that could lock the account. */
    @Test
    void signInThatHasEndedShouldBeSaid() {
        try (Five9Site other = Five9Site.open()) { // nobody else logs in there
            Five9Service theirs = other.service(Map.of());
            Desk desk = other.ready(theirs);
            long before = other.requests("log-ins");
            other.fault("expire-auth", desk.agent(), "\"count\":100");
            desk.stream().reread();
            desk.told().untilLink(StreamState.REFUSED, 1);
            assertThat(desk.told().whys).extracting(VendorException::code).contains(Code.AUTH_EXPIRED);
            Five9Site.talking(theirs, other.ready(theirs)); // which takes longer than some more tries would
            assertThat(other.requests("log-ins"))
                    .as("one that was refused, and the other agent's")
                    .isBetween(before + 1, before + 2);
        }
    }

    @Test
    void questionDuringTheFirstReadingShouldBeAskedAgain() {
        AgentSession agent = site.agent();
        site.fault("slow", agent, "\"seconds\":1,\"count\":4");
        Desk desk = site.opening(service, agent);
        desk.told().untilLink(StreamState.READING, 1);
        desk.stream().reread();
        desk.told().until("another reading", told -> told.currents.size() > 1);
    }

    @Test
    void secondCallShouldBeACallOfItsOwn() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("second-call", desk.agent(), "");
        desk.told().until("the other", told -> told.spoken().stream()
                .anyMatch(one -> !one.id().equals(call.id())));
        assertThat(desk.told().untilNow(call.id(), now -> true).lifeCycle())
                .as("the first goes on")
                .isNotEqualTo(Optional.of(LifeCycle.ENDED));
        service.drop(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
    }

    @Test
    void stationThatNeedsARestartShouldBeTold() {
        Desk desk = site.ready(service);
        site.fault("station-gone", desk.agent(), "\"seconds\":2");
        desk.told()
                .until(
                        "no phone",
                        told -> told.lastAgent().extension().isEmpty()
                                || told.lastAgent().state() == AgentState.UNKNOWN);
        service.login(desk.agent(), order("", Map.of()));
        desk.told().until("the phone again", told -> told.lastAgent()
                .extension()
                .equals(desk.agent().extension()));
    }

    @Test
    void readingThatFailsForAWhileShouldBeTriedAgain() {
        Desk desk = site.ready(service);
        int read = desk.told().currents.size();
        site.fault("error", desk.agent(), "\"status\":503,\"seconds\":1");
        desk.stream().reread();
        desk.told().until("a reading", told -> told.currents.size() > read);
        talking(desk);
    }
}
