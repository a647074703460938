package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.Five9Site.CUSTOMER;
import static dev.trunkline.vendor.five9.Five9Site.dial;
import static dev.trunkline.vendor.five9.Five9Site.is;
import static dev.trunkline.vendor.five9.Five9Site.on;
import static dev.trunkline.vendor.five9.Five9Site.order;
import static dev.trunkline.vendor.five9.Five9Site.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.Reason;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.model.Verb;
import dev.trunkline.port.ContractSchema;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Site.Desk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an agent does, one verb after the other; dials that go wrong are in {@link Five9DialTest}. */
class Five9ServiceTest {
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

    private static Desk ready() {
        return site.ready(service);
    }

    private static CallSnapshot talking(Desk desk) {
        return Five9Site.talking(service, desk);
    }

    @Test
    void serviceShouldSayWhatItIs() {
        assertThat(service.vendor()).isEqualTo("five9");
        assertThat(service.configured()).isTrue();
        assertThat(service.defaultChannel()).isEqualTo("Five9");
        assertThat(service.channels()).containsOnlyKeys("five9");
        assertThat(service.verbs())
                .contains(
                        Verb.MAKE_CALL,
                        Verb.HOLD,
                        Verb.RETRIEVE,
                        Verb.DROP,
                        Verb.DIRECT_TRANSFER,
                        Verb.CONSULT,
                        Verb.TRANSFER,
                        Verb.CONFERENCE,
                        Verb.UPDATE_CALL_DATA,
                        Verb.ANSWER,
                        Verb.REJECT,
                        Verb.SCHEDULE,
                        Verb.CANCEL_SCHEDULE,
                        Verb.DROP_CONSULT,
                        Verb.WRAP_UP,
                        Verb.DROP_PARTICIPANT)
                .doesNotContain(Verb.SWAP, Verb.SEND_DTMF, Verb.MUTE, Verb.UNMUTE, Verb.RECLASSIFY);
    }

    @Test
    void platformWithoutAnAddressShouldNotBeConfigured() {
        assertThat(site.service(Map.of("url", "")).configured()).isFalse();
    }

    @Test
    void loginShouldBeginASessionAtTheStationAndLogoutEndIt() {
        Desk desk = site.opening(service, site.agent());
        desk.told().untilLink(StreamState.UP, 1);
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.LOGGED_OUT);
        service.login(desk.agent(), order("", Map.of()));
        AgentSnapshot agent = desk.told().untilAgent(AgentState.NOT_READY);
        assertThat(agent.loginName()).isEqualTo(desk.agent().username());
        assertThat(agent.extension()).isEqualTo(desk.agent().extension());
        service.login(desk.agent(), order("", Map.of()));
        service.logout(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.LOGGED_OUT);
        assertThat(desk.told().links).as("its end is no loss").doesNotContain(StreamState.WAITING);
    }

    @Test
    void stateShouldBeToldWithTheCommandThatChoseIt() {
        Desk desk = ready();
        ReasonCode reason = service.notReadyReasons(desk.agent()).get(0);
        Order order = order("", Map.of("reasonCodeId", reason.label()));
        service.setNotReady(desk.agent(), order);
        AgentSnapshot agent = desk.told().untilAgent(AgentState.NOT_READY);
        assertThat(agent.label()).isEqualTo(reason.label());
        assertThat(agent.reasonCode()).isEqualTo(reason.id());
        assertThat(desk.told().agents).extracting(AgentSnapshot::causedBy).contains(order.commandId());
        Order ready = order("", Map.of());
        service.setReady(desk.agent(), ready);
        assertThat(desk.told().untilAgent(AgentState.READY).reasonCode()).isEmpty();
        assertThat(desk.told().agents).extracting(AgentSnapshot::causedBy).contains(ready.commandId());
    }

    @Test
    void unknownReasonShouldBeRefused() {
        Desk desk = ready();
        assertThat(refusal(() -> service.setNotReady(desk.agent(), order("", Map.of("reasonCodeId", "none such"))))
                        .refusal()
                        .errorType())
                .isEqualTo("AGENT_STATE_NOT_FOUND");
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.READY);
    }

    @Test
    void dialShouldBeToldFromTheFirstSignToTheEnd() {
        Desk desk = ready();
        Dial dial = dial(CUSTOMER);
        service.dial(desk.agent(), dial);
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        desk.told().open = Set.of(call.id());
        assertThat(desk.told().calls.get(0).causedBy()).isEqualTo(dial.commandId());
        assertThat(call.id()).matches("[0-9A-F]{32}");
        assertThat(call.toAddress()).as("which the platform does not tell").isEqualTo(CUSTOMER);
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.TALKING);
        service.drop(desk.agent(), on(call));
        CallSnapshot work = desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(work.allowed()).contains(Verb.WRAP_UP).doesNotContain(Verb.DROP, Verb.HOLD);
        desk.told().untilAgent(AgentState.WORK);
        ReasonCode outcome = service.wrapUpReasons(desk.agent()).get(0);
        service.wrapUp(desk.agent(), order(call.id(), Map.of("wrapup", outcome.id(), "ready", true)));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        desk.told().untilAgent(AgentState.READY);
        assertThat(desk.told().lives())
                .containsExactly(
                        LifeCycle.INITIATED,
                        LifeCycle.DIALING,
                        LifeCycle.CONNECTED,
                        LifeCycle.WRAP_UP,
                        LifeCycle.ENDED);
        desk.told().calls.forEach(one -> ContractSchema.assertFormsValid(one.forms()));
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
    }

    /** The platform tells the beginning as 3 and 30 and the end as 5 and 31 (sheet 5.4). */
    @Test
    void whatIsToldTwiceShouldBeHeardOnce() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.drop(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        service.wrapUp(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        desk.told().untilAgent(AgentState.NOT_READY);
        talking(site.ready(service)); // what comes twice has come by then
        List<String> changes = new ArrayList<>(); // the same in a row is no change
        desk.told().calls.stream()
                .map(CallSnapshot::facts)
                .filter(facts ->
                        changes.isEmpty() || !changes.get(changes.size() - 1).equals(facts))
                .forEach(changes::add);
        assertThat(changes).doesNotHaveDuplicates();
        assertThat(desk.told().lives()).containsOnlyOnce(LifeCycle.ENDED);
    }

    @Test
    void heldCallShouldBeTakenBack() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        Order hold = on(call);
        service.hold(desk.agent(), hold);
        CallSnapshot held = desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        assertThat(desk.told().calls).extracting(CallSnapshot::causedBy).contains(hold.commandId());
        assertThat(held.allowed()).contains(Verb.RETRIEVE, Verb.DROP).doesNotContain(Verb.HOLD);
        service.retrieve(desk.agent(), on(call));
        desk.told()
                .untilNow(
                        call.id(),
                        now -> is(now, LifeCycle.CONNECTED) && now.allowed().contains(Verb.HOLD));
    }

    @Test
    void variablesShouldBeSetByTheirNamesAndTold() {
        Desk desk = ready();
        Dial dial = new Dial("m-vars", CUSTOMER, Map.of("Custom.callVariable1", "A-17"), Map.of());
        service.dial(desk.agent(), dial);
        CallSnapshot call = desk.told()
                .untilCall(
                        now -> is(now, LifeCycle.CONNECTED) && now.variables().containsKey("Custom.callVariable1"));
        assertThat(call.variables()).containsEntry("Custom.callVariable1", "A-17");
        Order change = order(call.id(), Map.of("key", "Custom.callVariable2", "value", "2"));
        service.updateCallData(desk.agent(), change);
        CallSnapshot changed = desk.told()
                .untilNow(call.id(), now -> "2".equals(now.variables().get("Custom.callVariable2")));
        assertThat(changed.variables()).containsEntry("Custom.callVariable1", "A-17");
        assertThat(desk.told().calls).extracting(CallSnapshot::causedBy).contains(change.commandId());
    }

    @Test
    void variableThatTheTenantDoesNotHaveShouldBeRefused() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        VendorException refused = refusal(() ->
                service.updateCallData(desk.agent(), order(call.id(), Map.of("variables", Map.of("No.such", "1")))));
        assertThat(refused.code()).isEqualTo(Code.INVALID_DATA);
    }

    @Test
    void callShouldBeHandedOverWithoutAsking() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.directTransfer(desk.agent(), order(call.id(), Map.of("toAddress", "3125550188")));
        CallSnapshot over =
                desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP) || is(now, LifeCycle.ENDED));
        assertThat(over.reason().or(over::guess)).contains(Reason.TRANSFERRED);
    }

    @ParameterizedTest
    @CsvSource({"3125550101, NOT_CONNECTED", "3125550102, NO_ANSWER"})
    void callThatNobodyAnswersShouldFailAndStillOweADisposition(String number, Reason guess) {
        Desk desk = ready();
        service.dial(desk.agent(), dial(number));
        CallSnapshot failed = desk.told().untilCall(call -> is(call, LifeCycle.FAILED));
        assertThat(failed.reason().or(failed::guess)).contains(guess);
        CallSnapshot work = desk.told().untilNow(failed.id(), call -> is(call, LifeCycle.WRAP_UP));
        assertThat(work.allowed()).contains(Verb.WRAP_UP);
        service.wrapUp(desk.agent(), on(failed));
        desk.told().untilNow(failed.id(), call -> is(call, LifeCycle.ENDED));
        assertThat(desk.told().lives().stream().distinct()) // that it failed may be said again, and is heard once
                .containsExactly(
                        LifeCycle.INITIATED, LifeCycle.DIALING, LifeCycle.FAILED, LifeCycle.WRAP_UP, LifeCycle.ENDED);
    }

    @Test
    void customerWhoHangsUpShouldEndTheTalk() {
        Desk desk = ready();
        service.dial(desk.agent(), dial("3125550105"));
        CallSnapshot over = desk.told().untilCall(call -> is(call, LifeCycle.WRAP_UP));
        assertThat(over.reason().or(over::guess).orElse(Reason.REMOTE_HANGUP)).isEqualTo(Reason.REMOTE_HANGUP);
        assertThat(desk.told().lives()).contains(LifeCycle.CONNECTED).doesNotContain(LifeCycle.FAILED);
    }

    @Test
    void callOfAColleagueShouldBeAnsweredOrRejected() {
        Desk desk = ready();
        Desk colleague = ready();
        service.dial(desk.agent(), dial(colleague.agent().extension()));
        CallSnapshot offered = colleague.told().untilCall(now -> now.allowed().contains(Verb.ANSWER));
        assertThat(offered.published()).isTrue();
        assertThat(offered.allowed()).contains(Verb.REJECT);
        service.answer(colleague.agent(), on(offered));
        colleague.told().untilNow(offered.id(), now -> is(now, LifeCycle.CONNECTED));
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        service.drop(desk.agent(), on(call));
        colleague.told().untilNow(offered.id(), now -> !is(now, LifeCycle.CONNECTED));
    }

    @Test
    void rejectedCallShouldEnd() {
        Desk desk = ready();
        Desk colleague = ready();
        service.dial(desk.agent(), dial(colleague.agent().extension()));
        CallSnapshot offered = colleague.told().untilCall(now -> now.allowed().contains(Verb.REJECT));
        service.reject(colleague.agent(), on(offered));
        colleague.told().untilNow(offered.id(), now -> is(now, LifeCycle.ENDED));
    }

    @Test
    void callbackShouldBeArrangedChangedAndCancelled() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        String time = Instant.now()
                .plus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Order schedule = order(call.id(), Map.of("callbackTime", time));
        service.schedule(desk.agent(), schedule);
        CallSnapshot told = desk.told().untilCall(now -> now.causedBy().equals(schedule.commandId()));
        assertThat(told.allowed()).contains(Verb.CANCEL_SCHEDULE);
        Order later = order(call.id(), Map.of("callbackTime", time, "callbackNumber", "3125550199"));
        service.schedule(desk.agent(), later);
        desk.told().untilCall(now -> now.causedBy().equals(later.commandId()));
        Order cancel = on(call);
        service.cancelSchedule(desk.agent(), cancel);
        assertThat(desk.told()
                        .untilCall(now -> now.causedBy().equals(cancel.commandId()))
                        .allowed())
                .doesNotContain(Verb.CANCEL_SCHEDULE);
    }

    @Test
    void unknownOutcomeShouldBeRefusedAndTheCallStayInWrapUp() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.drop(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(refusal(() -> service.wrapUp(desk.agent(), order(call.id(), Map.of("wrapup", "none such"))))
                        .code())
                .isEqualTo(Code.INVALID_DATA);
        String outcome = service.wrapUpReasons(desk.agent()).get(0).label();
        service.wrapUp(desk.agent(), order(call.id(), Map.of("label", outcome)));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        desk.told().untilAgent(AgentState.NOT_READY);
    }

    /** Hanging up and disposing are two steps, and either may have been done by somebody else already (sheet 10). */
    @Test
    void callThatIsGoneShouldBeRefusedOrTakenAsDone() {
        Desk desk = ready();
        String gone = "0F3C9A1E5B7D4A2C8E6F102938475AB1";
        assertThat(refusal(() -> service.hold(desk.agent(), order(gone, Map.of())))
                        .code())
                .isEqualTo(Code.CALL_NOT_FOUND);
        service.drop(desk.agent(), order(gone, Map.of()));
    }

    @Test
    void verbsThatArePlatformsOthersShouldBeRefusedByName() {
        Desk desk = ready();
        Order order = order("x", Map.of());
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> service.swap(desk.agent(), order),
                () -> service.sendDtmf(desk.agent(), order),
                () -> service.mute(desk.agent(), order),
                () -> service.unmute(desk.agent(), order),
                () -> service.reclassify(desk.agent(), order))) {
            assertThatThrownBy(use).isInstanceOfSatisfying(VendorException.class, e -> assertThat(e.code())
                    .isEqualTo(Code.NOT_SUPPORTED));
        }
    }
}
