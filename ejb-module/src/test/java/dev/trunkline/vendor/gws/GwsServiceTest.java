package dev.trunkline.vendor.gws;

import static dev.trunkline.vendor.gws.GwsSite.CUSTOMER;
import static dev.trunkline.vendor.gws.GwsSite.dial;
import static dev.trunkline.vendor.gws.GwsSite.is;
import static dev.trunkline.vendor.gws.GwsSite.on;
import static dev.trunkline.vendor.gws.GwsSite.order;
import static dev.trunkline.vendor.gws.GwsSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.gws.GwsSite.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GwsServiceTest {
    private static GwsSite site;
    private static GwsService service;

    @BeforeAll
    static void open() {
        site = GwsSite.open();
        service = site.service(Map.of("wrapUpCodes", "Sale,Call back later", "defaultWrapup", "Sale"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Desk ready() {
        return site.ready(service);
    }

    private static CallSnapshot talking(Desk desk) {
        return GwsSite.talking(service, desk);
    }

    /** Two calls: the customer on hold, a colleague consulted who has answered. */
    private record Consulted(Desk desk, CallSnapshot customer, CallSnapshot consult, Desk colleague) {}

    private static Consulted consulted() {
        Desk colleague = ready();
        Desk desk = ready();
        CallSnapshot customer = talking(desk);
        Order order = order(customer.id(), Map.of("toAddress", colleague.agent().extension()));
        service.consult(desk.agent(), order);
        CallSnapshot offered = colleague.told().untilCall(LifeCycle.RINGING);
        service.answer(colleague.agent(), on(offered));
        CallSnapshot consult = desk.told().untilAny(call -> is(call, LifeCycle.CONSULTING));
        assertThat(consult.causedBy()).isEqualTo(order.commandId());
        assertThat(consult.parentCallId()).isEqualTo(customer.id());
        CallSnapshot held = desk.told().untilNow(customer.id(), call -> is(call, LifeCycle.HELD));
        desk.told().open = Set.of(customer.id(), consult.id());
        return new Consulted(desk, held, consult, colleague);
    }

    @Test
    void serviceShouldSayWhatItIs() {
        assertThat(service.vendor()).isEqualTo("gws");
        assertThat(service.configured()).isTrue();
        assertThat(service.defaultChannel()).isEqualTo("GWS");
        assertThat(service.channels())
                .containsOnlyKeys(
                        "gws", "genesysws", "genesyswebservices", "genesysengage", "engage", "pureengage", "htcc");
        assertThat(service.verbs())
                .doesNotContain(Verb.ACCEPT, Verb.REJECT, Verb.RECLASSIFY, Verb.DROP_PARTICIPANT)
                .hasSize(20);
    }

    @Test
    void loginShouldBeginAtTheSwitchAndLogoutEndIt() {
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
        ReasonCode lunch = service.notReadyReasons(desk.agent()).stream()
                .filter(reason -> reason.label().equals("Lunch"))
                .findFirst()
                .orElseThrow();
        Order order = order("", Map.of("reasonCodeId", lunch.id()));
        service.setNotReady(desk.agent(), order);
        AgentSnapshot agent = desk.told().untilAgent(AgentState.NOT_READY);
        assertThat(agent.label()).isEqualTo("Lunch");
        assertThat(agent.reasonCode()).isEqualTo(lunch.id());
        assertThat(agent.causedBy()).isEqualTo(order.commandId());
        service.setNotReady(desk.agent(), order("", Map.of()));
        desk.told().until("the plain one", told -> told.lastAgent().reasonCode().isEmpty());
    }

    @Test
    void unknownReasonShouldBeRefused() {
        Desk desk = ready();
        Order order = order("", Map.of("reasonCodeId", "none such"));
        assertThat(refusal(() -> service.setNotReady(desk.agent(), order))
                        .refusal()
                        .errorType())
                .isEqualTo("AGENT_STATE_NOT_FOUND");
    }

    @Test
    void dialShouldBeToldFromTheFirstSignToTheEnd() {
        Desk desk = ready();
        Dial dial = new Dial("m-first", CUSTOMER, Map.of("CustomerSegment", "Gold"), Map.of("callerId", "18005550100"));
        service.dial(desk.agent(), dial);
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        assertThat(call.causedBy()).isEqualTo("m-first");
        assertThat(call.variables()).isEqualTo(Map.of("CustomerSegment", "Gold"));
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.TALKING);
        service.drop(desk.agent(), on(call));
        CallSnapshot work = desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(work.allowed()).contains(Verb.WRAP_UP);
        desk.told().untilAgent(AgentState.WORK);
        service.wrapUp(desk.agent(), order(call.id(), Map.of("wrapup", "call back later", "ready", true)));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        desk.told().untilAgent(AgentState.READY);
        assertThat(desk.told().lives())
                .containsExactly(LifeCycle.DIALING, LifeCycle.CONNECTED, LifeCycle.WRAP_UP, LifeCycle.ENDED);
        desk.told().calls.forEach(one -> ContractSchema.assertFormsValid(one.forms()));
        assertThat(desk.told().calls.toString()).doesNotContain("gwRequestId");
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3125550101, NOT_CONNECTED", "3125550102, NO_ANSWER", "3125550103, NOT_CONNECTED"})
    void callThatNobodyAnswersShouldFailAndEnd(String number, Reason guess) {
        Desk desk = ready();
        service.dial(desk.agent(), dial(number));
        CallSnapshot failed = desk.told().untilCall(call -> is(call, LifeCycle.FAILED));
        assertThat(failed.guess()).contains(guess);
        desk.told().untilNow(failed.id(), call -> is(call, LifeCycle.ENDED));
        assertThat(desk.told().lives()).containsExactly(LifeCycle.DIALING, LifeCycle.FAILED, LifeCycle.ENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "3125550104, INVALID_NUMBER, NONE",
        "3125550107, PLATFORM_REJECTED, DOUBTFUL",
        "3125550108, RATE_LIMITED, NONE"
    })
    void dialThatIsRefusedShouldSayWhy(String number, Code code, Effect effect) {
        Desk desk = ready();
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(number)));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.effect()).isEqualTo(effect);
    }

    @Test
    void dialWhoseAnswerIsLostShouldBeFoundByItsMark() {
        Desk desk = ready();
        Dial dial = dial("3125550111");
        assertThat(refusal(() -> service.dial(desk.agent(), dial)).effect()).isEqualTo(Effect.DOUBTFUL);
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        assertThat(call.causedBy()).isEqualTo(dial.commandId());
    }

    @Test
    void ourOwnNameShouldNotBeGivenAsAVariable() {
        Desk desk = ready();
        Dial dial = new Dial("m-1", CUSTOMER, Map.of("gwRequestId", "mine"), Map.of());
        assertThat(refusal(() -> service.dial(desk.agent(), dial)).code()).isEqualTo(Code.INVALID_DATA);
    }

    @Test
    void unknownDeviceShouldBeRefused() {
        Desk desk = ready();
        Dial dial = new Dial("m-1", CUSTOMER, Map.of(), Map.of("device", "99999"));
        assertThat(refusal(() -> service.dial(desk.agent(), dial)).code()).isEqualTo(Code.DEVICE_UNAVAILABLE);
    }

    @Test
    void callShouldBeHeldMutedAndGivenData() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.hold(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        service.retrieve(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.CONNECTED));
        Order mute = on(call);
        service.mute(desk.agent(), mute);
        CallSnapshot muted = desk.told().untilCall(now -> now.causedBy().equals(mute.commandId()));
        assertThat(muted.allowed()).contains(Verb.UNMUTE).doesNotContain(Verb.MUTE);
        Order unmute = on(call);
        service.unmute(desk.agent(), unmute);
        desk.told().untilCall(now -> now.causedBy().equals(unmute.commandId()));
        service.updateCallData(
                desk.agent(), order(call.id(), Map.of("variables", Map.of("account", "A-204"), "label", "Sale")));
        CallSnapshot data = desk.told().untilNow(call.id(), now -> now.variables()
                .equals(Map.of("account", "A-204", "DispositionCode", "Sale")));
        assertThat(data.forms().get("GWS")).contains("AttachedDataChanged");
        service.sendDtmf(desk.agent(), order(call.id(), Map.of("digits", "1#")));
    }

    @Test
    void callShouldBeHandedOverWithoutAsking() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.directTransfer(desk.agent(), order(call.id(), Map.of("toAddress", "3125550188")));
        CallSnapshot over = desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        assertThat(over.guess()).contains(Reason.TRANSFERRED);
    }

    @Test
    void completedTransferShouldEndBothCalls() {
        Consulted both = consulted();
        assertThat(both.customer().allowed()).contains(Verb.TRANSFER, Verb.CONFERENCE, Verb.SWAP);
        service.transfer(both.desk().agent(), on(both.customer(), both.consult()));
        both.desk().told().untilNow(both.customer().id(), call -> is(call, LifeCycle.WRAP_UP));
        both.desk().told().untilNow(both.consult().id(), call -> is(call, LifeCycle.ENDED));
    }

    @Test
    void conferenceShouldBeTheCustomersCall() {
        Consulted both = consulted();
        service.conference(both.desk().agent(), on(both.customer(), both.consult()));
        CallSnapshot all = both.desk().told().untilNow(both.customer().id(), call -> is(call, LifeCycle.CONFERENCED));
        assertThat(all.parties())
                .contains(
                        CUSTOMER,
                        both.colleague().agent().extension(),
                        both.desk().agent().extension());
        both.desk().told().untilNow(both.consult().id(), call -> is(call, LifeCycle.ENDED));
    }

    @Test
    void swapShouldChangeFromOneToTheOther() {
        Consulted both = consulted();
        service.swap(both.desk().agent(), on(both.customer(), both.consult()));
        both.desk().told().untilNow(both.customer().id(), call -> is(call, LifeCycle.CONNECTED));
        both.desk().told().untilNow(both.consult().id(), call -> is(call, LifeCycle.HELD));
    }

    @Test
    void droppedConsultShouldBringTheCustomerBack() {
        Consulted both = consulted();
        assertThat(both.consult().allowed()).contains(Verb.DROP_CONSULT);
        service.dropConsult(both.desk().agent(), on(both.consult(), both.customer()));
        both.desk().told().untilNow(both.customer().id(), call -> is(call, LifeCycle.CONNECTED));
        both.desk().told().untilNow(both.consult().id(), call -> is(call, LifeCycle.ENDED));
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
        service.wrapUp(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        desk.told().untilAgent(AgentState.NOT_READY);
        assertThat(service.wrapUpReasons(desk.agent()))
                .extracting(ReasonCode::label)
                .containsExactly("Sale", "Call back later");
    }

    @Test
    void wrongPasswordShouldBeTheSignInsFault() {
        AgentSession agent = GwsSite.agent("agent0119", "20119", "quite-wrong");
        Desk desk = site.opening(service, agent);
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void passwordThatCannotBeSentShouldBeRefusedWithoutATry() {
        long before = site.requests("sign-ins");
        Desk desk = site.opening(service, GwsSite.agent("agent0118", "20118", "secret \u20ac"));
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.INVALID_DATA);
        assertThat(site.requests("sign-ins")).isEqualTo(before);
    }

    @Test
    void secondLoginWithAnotherPasswordShouldBeRefused() {
        Desk desk = ready();
        AgentSession wrong =
                GwsSite.agent(desk.agent().key().agent(), desk.agent().extension(), "quite-wrong");
        assertThat(refusal(() -> service.login(wrong, order("", Map.of()))).code())
                .isEqualTo(Code.AUTH_EXPIRED);
        talking(desk);
    }

    @Test
    void callThatIsGoneShouldBeRefused() {
        Desk desk = ready();
        assertThat(refusal(() -> service.hold(desk.agent(), order("NOSUCHCALL", Map.of())))
                        .code())
                .isEqualTo(Code.CALL_NOT_FOUND);
        service.drop(desk.agent(), order("NOSUCHCALL", Map.of()));
    }

    @Test
    void verbsThatArePlatformsOthersShouldBeRefusedByName() {
        Desk desk = ready();
        Order order = order("x", Map.of());
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> service.accept(desk.agent(), order),
                () -> service.reject(desk.agent(), order),
                () -> service.close(desk.agent(), order),
                () -> service.skip(desk.agent(), order),
                () -> service.schedule(desk.agent(), order),
                () -> service.reclassify(desk.agent(), order),
                () -> service.dropParticipant(desk.agent(), order))) {
            assertThatThrownBy(use).isInstanceOfSatisfying(VendorException.class, e -> assertThat(e.code())
                    .isEqualTo(Code.NOT_SUPPORTED));
        }
        assertThat(Optional.of(desk.told().failures)).contains(List.of());
    }
}
