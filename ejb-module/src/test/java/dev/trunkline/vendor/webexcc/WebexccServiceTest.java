package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.WebexccSite.CUSTOMER;
import static dev.trunkline.vendor.webexcc.WebexccSite.dial;
import static dev.trunkline.vendor.webexcc.WebexccSite.is;
import static dev.trunkline.vendor.webexcc.WebexccSite.on;
import static dev.trunkline.vendor.webexcc.WebexccSite.order;
import static dev.trunkline.vendor.webexcc.WebexccSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
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
import dev.trunkline.vendor.webexcc.WebexccSite.Desk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every verb against the simulator, as it is installed. */
class WebexccServiceTest {
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

    private static Desk ready() {
        return site.ready(service);
    }

    private static CallSnapshot talking(Desk desk) {
        return WebexccSite.talking(service, desk);
    }

    @Test
    void serviceShouldSayWhatItIs() {
        assertThat(service.vendor()).isEqualTo("webexcc");
        assertThat(service.configured()).isTrue();
        assertThat(service.defaultChannel()).isEqualTo("Webexcc");
        assertThat(service.channels()).containsOnlyKeys("webexcc", "wxcc", "webexcontactcenter");
        assertThat(service.verbs())
                .contains(Verb.MAKE_CALL, Verb.REJECT, Verb.WRAP_UP, Verb.SCHEDULE)
                .doesNotContain(
                        Verb.ANSWER,
                        Verb.ACCEPT,
                        Verb.CLOSE,
                        Verb.SKIP,
                        Verb.SWAP,
                        Verb.SEND_DTMF,
                        Verb.MUTE,
                        Verb.UNMUTE,
                        Verb.RECLASSIFY,
                        Verb.DROP_PARTICIPANT);
    }

    @Test
    void loginShouldTakeAStationAndLogoutLeaveIt() {
        Desk desk = site.opening(service, site.agent());
        desk.told().untilLink(StreamState.UP, 1);
        service.login(desk.agent(), order("", Map.of()));
        AgentSnapshot agent = desk.told().untilAgent(AgentState.NOT_READY);
        assertThat(agent.extension()).isEqualTo(desk.agent().extension());
        service.logout(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.LOGGED_OUT);
    }

    @Test
    void stateShouldBeToldWithTheCommandThatChoseIt() {
        Desk desk = ready();
        ReasonCode lunch = service.notReadyReasons(desk.agent()).get(0);
        Order order = order("", Map.of("reasonCodeId", lunch.label()));
        service.setNotReady(desk.agent(), order);
        AgentSnapshot agent = desk.told().untilAgent(AgentState.NOT_READY);
        assertThat(agent.label()).isEqualTo(lunch.label());
        assertThat(desk.told().agents).extracting(AgentSnapshot::causedBy).contains(order.commandId());
    }

    @Test
    void unknownReasonShouldBeRefused() {
        Desk desk = ready();
        assertThat(refusal(() -> service.setNotReady(desk.agent(), order("", Map.of("reasonCodeId", "none such"))))
                        .refusal()
                        .errorType())
                .isEqualTo("AGENT_STATE_NOT_FOUND");
    }

    @Test
    void dialShouldBeToldFromTheFirstSignToTheEnd() {
        Desk desk = ready();
        Dial dial = dial(CUSTOMER);
        service.dial(desk.agent(), dial);
        CallSnapshot talking = desk.told().untilCall(LifeCycle.CONNECTED);
        desk.told().open = Set.of(talking.id());
        assertThat(desk.told().calls.get(0).causedBy()).isEqualTo(dial.commandId());
        assertThat(talking.toAddress()).isEqualTo(CUSTOMER);
        service.drop(desk.agent(), on(talking));
        desk.told().untilCall(LifeCycle.WRAP_UP);
        ReasonCode outcome = service.wrapUpReasons(desk.agent()).get(0);
        service.wrapUp(desk.agent(), order(talking.id(), Map.of("wrapup", outcome.id())));
        CallSnapshot ended = desk.told().untilCall(LifeCycle.ENDED);
        assertThat(desk.told().lives())
                .containsExactly(
                        LifeCycle.INITIATED,
                        LifeCycle.DIALING,
                        LifeCycle.CONNECTED,
                        LifeCycle.WRAP_UP,
                        LifeCycle.ENDED);
        assertThat(ended.reason()).contains(Reason.AGENT_HANGUP);
        desk.told().calls.forEach(call -> ContractSchema.assertFormsValid(call.forms()));
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
    }

    @Test
    void customerWhoHangsUpShouldEndTheTalk() {
        Desk desk = ready();
        service.dial(desk.agent(), dial("+13125550105"));
        CallSnapshot over = desk.told().untilCall(told -> is(told, LifeCycle.WRAP_UP));
        assertThat(over.reason()).contains(Reason.REMOTE_HANGUP);
    }

    /** Who hangs up before anybody answers has cancelled it (sheet 10). */
    @Test
    void dialThatTheAgentGivesUpShouldBeCancelled() {
        Desk desk = ready();
        service.dial(desk.agent(), dial("+13125550102"));
        CallSnapshot dialing = desk.told().untilCall(LifeCycle.DIALING);
        service.drop(desk.agent(), on(dialing));
        CallSnapshot over = desk.told().untilCall(told -> told.reason().isPresent());
        assertThat(over.reason()).contains(Reason.CANCELLED_BY_AGENT);
        assertThat(desk.told().lives()).doesNotContain(LifeCycle.CONNECTED);
    }

    @Test
    void heldCallShouldBeTakenBack() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        Order hold = on(call);
        service.hold(desk.agent(), hold);
        CallSnapshot held = desk.told().untilCall(LifeCycle.HELD);
        assertThat(held.allowed()).contains(Verb.RETRIEVE).doesNotContain(Verb.HOLD);
        assertThat(held.causedBy()).isEqualTo(hold.commandId());
        service.retrieve(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.CONNECTED));
    }

    @Test
    void variablesShouldBeToldAndAddedTo() {
        Desk desk = ready();
        service.dial(desk.agent(), new Dial("m-vars", CUSTOMER, Map.of("crmCaseId", "C-10042"), Map.of()));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(call.variables()).containsEntry("crmCaseId", "C-10042");
        service.updateCallData(desk.agent(), order(call.id(), Map.of("key", "other", "value", "2")));
        CallSnapshot changed = desk.told()
                .untilNow(call.id(), now -> "2".equals(now.variables().get("other")));
        assertThat(changed.variables()).containsEntry("crmCaseId", "C-10042");
    }

    @Test
    void callShouldBeHandedOverWithoutAsking() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.directTransfer(desk.agent(), order(call.id(), Map.of("toAddress", "+13125550188")));
        CallSnapshot over = desk.told().untilCall(told -> told.reason().isPresent());
        assertThat(over.reason()).contains(Reason.TRANSFERRED);
    }

    /** 202 and nothing happens otherwise (sheet 10). */
    @Test
    void kindOfDestinationThatThePlatformDoesNotKnowShouldBeRefusedHere() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        long commands = site.requests("commands");
        assertThat(refusal(() -> service.directTransfer(
                                desk.agent(),
                                order(call.id(), Map.of("toAddress", "+13125550188", "destinationType", "planet"))))
                        .code())
                .isEqualTo(Code.INVALID_DATA);
        assertThat(site.requests("commands")).isEqualTo(commands);
    }

    @Test
    void consultedNumberShouldTakeTheCustomerOver() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.consult(desk.agent(), order(call.id(), Map.of("toAddress", "+13125550188")));
        CallSnapshot consulting =
                desk.told().untilNow(call.id(), now -> now.allowed().contains(Verb.TRANSFER));
        assertThat(consulting.lifeCycle()).isEqualTo(Optional.of(LifeCycle.CONSULTING));
        service.transfer(desk.agent(), on(call));
        CallSnapshot over = desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(over.reason()).contains(Reason.TRANSFERRED);
    }

    @Test
    void droppedConsultShouldLeaveTheCustomer() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.consult(desk.agent(), order(call.id(), Map.of("toAddress", "+13125550188")));
        desk.told().untilNow(call.id(), now -> now.allowed().contains(Verb.DROP_CONSULT));
        service.dropConsult(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.CONNECTED) || is(now, LifeCycle.HELD));
    }

    @Test
    void conferenceShouldJoinAllThree() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.consult(desk.agent(), order(call.id(), Map.of("toAddress", "+13125550188")));
        desk.told().untilNow(call.id(), now -> now.allowed().contains(Verb.CONFERENCE));
        service.conference(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.CONFERENCED));
        service.drop(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
    }

    @Test
    void callbackShouldBeArrangedAndCancelled() {
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
        Order cancel = on(call);
        service.cancelSchedule(desk.agent(), cancel);
        assertThat(desk.told()
                        .untilCall(now -> now.causedBy().equals(cancel.commandId()))
                        .allowed())
                .doesNotContain(Verb.CANCEL_SCHEDULE);
        Order far = order(call.id(), Map.of("callbackTime", "2099-01-01T00:00:00Z"));
        assertThat(refusal(() -> service.schedule(desk.agent(), far)).code()).isEqualTo(Code.INVALID_DATA);
    }

    @Test
    void unknownOutcomeShouldBeRefusedAndTheCallStayInWrapUp() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.drop(desk.agent(), on(call));
        desk.told().untilCall(LifeCycle.WRAP_UP);
        assertThat(refusal(() -> service.wrapUp(desk.agent(), order(call.id(), Map.of("wrapup", "none such"))))
                        .code())
                .isEqualTo(Code.INVALID_DATA);
        String outcome = service.wrapUpReasons(desk.agent()).get(0).label();
        service.wrapUp(desk.agent(), order(call.id(), Map.of("label", outcome, "ready", true)));
        desk.told().untilCall(LifeCycle.ENDED);
        desk.told().untilAgent(AgentState.READY);
    }

    @Test
    void wrongCredentialShouldBeTheSignInsFault() {
        AgentSession agent = WebexccSite.agent("agent0055", "20055", "quite-wrong");
        Desk desk = site.opening(service, agent);
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void outcomesAndReasonsShouldBeTheTenants() {
        Desk desk = ready();
        assertThat(service.wrapUpReasons(desk.agent()))
                .extracting(ReasonCode::label)
                .contains(WebexccSite.WRAP_UP);
        assertThat(service.notReadyReasons(desk.agent())).hasSizeGreaterThanOrEqualTo(2);
        assertThat(service.logoutReasons(desk.agent())).isEmpty();
    }

    @Test
    void callsThatAreGoneShouldBeRefused() {
        Desk desk = ready();
        assertThat(refusal(() -> service.hold(desk.agent(), order("11111111-2222-4333-8444-555555555555", Map.of())))
                        .code())
                .isEqualTo(Code.CALL_NOT_FOUND);
    }

    @Test
    void verbsThatArePlatformsOthersShouldBeRefusedByName() {
        Desk desk = ready();
        Order order = order("x", Map.of());
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> service.answer(desk.agent(), order),
                () -> service.accept(desk.agent(), order),
                () -> service.close(desk.agent(), order),
                () -> service.skip(desk.agent(), order),
                () -> service.swap(desk.agent(), order),
                () -> service.sendDtmf(desk.agent(), order),
                () -> service.mute(desk.agent(), order),
                () -> service.reclassify(desk.agent(), order),
                () -> service.dropParticipant(desk.agent(), order))) {
            assertThat(refusal(use).code()).isEqualTo(Code.NOT_SUPPORTED);
        }
    }
}
