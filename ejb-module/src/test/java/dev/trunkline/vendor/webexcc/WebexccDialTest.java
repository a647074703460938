package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.WebexccSite.CUSTOMER;
import static dev.trunkline.vendor.webexcc.WebexccSite.dial;
import static dev.trunkline.vendor.webexcc.WebexccSite.is;
import static dev.trunkline.vendor.webexcc.WebexccSite.on;
import static dev.trunkline.vendor.webexcc.WebexccSite.order;
import static dev.trunkline.vendor.webexcc.WebexccSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.webexcc.WebexccSite.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dial is dangerous: asked once, whatever is answered, and then looked for (sheet 3, 7). Nobody else dials at these sites. */
class WebexccDialTest {
    private WebexccSite site;
    private WebexccService service;

    @BeforeEach
    void open() {
        site = WebexccSite.open();
        service = site.service(Map.of());
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** Asked so often, by the platform's own count. */
    private long dials() {
        return site.requests("dial");
    }

    private static CallSnapshot connected(Desk desk) {
        return desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
    }

    @Test
    void callThatIsToldBeforeItsAnswerShouldBeTheDials() {
        Desk desk = site.ready(service);
        site.fault("late-answer", desk.agent(), "\"seconds\":1,\"count\":1");
        Dial dial = dial(CUSTOMER);
        service.dial(desk.agent(), dial);

        CallSnapshot call = connected(desk);
        assertThat(desk.told().calls.get(0).causedBy()).isEqualTo(dial.commandId());
        assertThat(desk.told().lives()).containsExactly(LifeCycle.INITIATED, LifeCycle.DIALING, LifeCycle.CONNECTED);
        assertThat(desk.told().calls).extracting(CallSnapshot::id).containsOnly(call.id());
        assertThat(dials()).isEqualTo(1);
    }

    @Test
    void dialThatIsRefusedForItsRateShouldSayWhenToComeBack() {
        Desk desk = site.ready(service);
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial("+13125550108")));
        assertThat(refused.code()).isEqualTo(Code.RATE_LIMITED);
        assertThat(refused.effect()).isEqualTo(Effect.NONE);
        assertThat(refused.refusal().retryAfterMs()).contains(2_000L);
        assertThat(site.callsTo(desk.agent(), "3125550108")).isZero();
    }

    /** It may have been done (sheet 3.2). */
    @ParameterizedTest
    @ValueSource(strings = {"500", "503"})
    void dialShouldBeAskedOnceWhateverIsAnswered(String status) {
        Desk desk = site.ready(service);
        site.fault("error", desk.agent(), "\"status\":" + status + ",\"count\":1");
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.effect()).isEqualTo(Effect.DOUBTFUL);
        assertThat(dials()).isEqualTo(1);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"error-after, '\"status\":500,\"count\":1'", "lose-answer, '\"count\":1'"})
    void dialWhoseAnswerIsWorthNothingShouldBeFoundAmongTheEvents(String kind, String details) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), details);
        Dial dial = dial(CUSTOMER);
        assertThat(refusal(() -> service.dial(desk.agent(), dial)).effect()).isEqualTo(Effect.DOUBTFUL);
        assertThat(connected(desk).causedBy()).isEqualTo(dial.commandId());
        assertThat(dials()).isEqualTo(1);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
    }

    /** Who is refused for his token was not listened to: once more, with a new one, and never again (sheet 7). */
    @Test
    void tokenThatHasEndedShouldBeRenewedAndTheDialReplayedOnce() {
        Desk desk = site.ready(service);
        site.fault("error", desk.agent(), "\"status\":401,\"count\":1");
        service.dial(desk.agent(), dial(CUSTOMER));
        connected(desk);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
    }

    /** The socket is away while the call comes about. */
    @Test
    void dialWhoseStreamIsCutShouldBeFoundWhenItIsBack() {
        Desk desk = site.ready(service);
        Dial dial = dial("+13125550109");
        service.dial(desk.agent(), dial);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(connected(desk).causedBy()).isEqualTo(dial.commandId());
        assertThat(site.callsTo(desk.agent(), "3125550109")).isEqualTo(1);
        assertThat(desk.told().failures).isEmpty();
    }

    /** Told by an event, long after it was taken; and the agent still has work with it (sheet 6.2). */
    @ParameterizedTest
    @CsvSource({
        "+13125550101, BUSY",
        "+13125550102, NO_ANSWER",
        "+13125550103, REJECTED",
        "+13125550104, INVALID_NUMBER"
    })
    void callThatNobodyAnswersShouldFailAndStillOweAWrapUp(String number, Reason reason) {
        Desk desk = site.ready(service);
        service.dial(desk.agent(), dial(number));
        CallSnapshot due = desk.told().untilCall(LifeCycle.WRAP_UP);
        assertThat(due.reason()).contains(reason);
        assertThat(due.allowed()).contains(Verb.WRAP_UP).doesNotContain(Verb.DROP);
        assertThat(desk.told().lives())
                .containsExactly(LifeCycle.INITIATED, LifeCycle.DIALING, LifeCycle.FAILED, LifeCycle.WRAP_UP);
        service.wrapUp(desk.agent(), on(due));
        desk.told().untilCall(LifeCycle.ENDED);
        service.setReady(desk.agent(), order("", Map.of()));
        service.dial(desk.agent(), dial(CUSTOMER));
        connected(desk);
    }

    /** The platform's own gate, if ours has not seen the old one: nobody was called (sheet 10). */
    @Test
    void channelThatIsNotFreeShouldFailTheDialAndOweNothing() {
        Desk desk = site.ready(service);
        site.fault("no-channel", desk.agent(), "\"count\":1");
        Dial dial = dial(CUSTOMER);
        service.dial(desk.agent(), dial);
        desk.told()
                .until(
                        "the dial's failure",
                        told -> told.failedCommands.contains(dial.commandId())
                                || told.lives().contains(LifeCycle.ENDED));
        assertThat(desk.told().lives()).doesNotContain(LifeCycle.CONNECTED, LifeCycle.WRAP_UP);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "agent-declines, CANCELLED_BY_AGENT",
        "rona, AGENT_PHONE_NO_ANSWER",
        "agent-unreachable, DEVICE_UNAVAILABLE"
    })
    void agentsOwnPhoneShouldBeToldApart(String kind, Reason reason) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), "\"count\":1");
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot failed = desk.told().untilCall(LifeCycle.FAILED);
        assertThat(desk.told().spoken())
                .anySatisfy(call -> assertThat(call.reason()).contains(reason));
        assertThat(failed.id()).isNotEmpty();
        assertThat(desk.told().lives()).doesNotContain(LifeCycle.CONNECTED);
    }

    /** Out of order on record (sheet 5.4): the failure comes before what failed was offered. */
    @Test
    void failureThatComesFirstShouldEndTheCallOnce() {
        Desk desk = site.ready(service);
        site.fault("fail-early", desk.agent(), "\"count\":1");
        service.dial(desk.agent(), dial(CUSTOMER));
        desk.told().untilCall(LifeCycle.FAILED);
        List<LifeCycle> lives = desk.told().lives();
        assertThat(lives.indexOf(LifeCycle.FAILED)).isEqualTo(lives.lastIndexOf(LifeCycle.FAILED));
        assertThat(lives).doesNotContain(LifeCycle.CONNECTED);
    }

    /** It is taken, and then refused by an event without a call (sheet 6.3). */
    @Test
    void secondDialShouldBeRefusedWhileOneIsUnderWay() {
        Desk desk = site.ready(service);
        service.dial(desk.agent(), dial("+13125550102"));
        CallSnapshot first = desk.told().untilCall(LifeCycle.DIALING);
        Dial second = dial(CUSTOMER);
        service.dial(desk.agent(), second);
        desk.told().until("its failure", told -> told.failedCommands.contains(second.commandId()));
        assertThat(desk.told().failures).extracting(VendorException::code).containsExactly(Code.AGENT_BUSY);
        assertThat(desk.told().calls).extracting(CallSnapshot::id).containsOnly(first.id());
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }

    /** Nothing can be told while there is no socket; whoever asks us is refused then, but it may go in the very moment. */
    @Test
    void dialThatGoesOutAsTheSocketGoesShouldBeFound() {
        Desk desk = site.ready(service);
        site.fault("cut-stream", desk.agent(), "\"seconds\":1");
        desk.told().untilLink(StreamState.WAITING, 1);
        Dial dial = dial(CUSTOMER);
        service.dial(desk.agent(), dial);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(connected(desk).causedBy()).isEqualTo(dial.commandId());
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
    }

    /** Exactly as it is in his list, with its plus (sheet 3.1); another one is refused by name. */
    @Test
    void callerIdShouldBeOneOfTheAgents() {
        Desk desk = site.ready(service);
        String ani = site.described().getJsonArray("anis").getString(0);
        Dial known = new Dial("m-ani", CUSTOMER, Map.of(), Map.of("callerId", ani));
        service.dial(desk.agent(), known);
        CallSnapshot call = connected(desk);
        assertThat(call.fromAddress()).isEqualTo(ani);
        Desk other = site.ready(service);
        Dial unknown = new Dial("m-no-ani", CUSTOMER, Map.of(), Map.of("callerId", "+19995550000"));
        assertThat(refusal(() -> service.dial(other.agent(), unknown)).effect()).isEqualTo(Effect.NONE);
        assertThat(site.callsTo(other.agent(), CUSTOMER)).isZero();
    }
}
