package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.FinesseSite.dial;
import static dev.trunkline.vendor.finesse.FinesseSite.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import dev.trunkline.simulator.Fault;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinesseServiceTest {
    private static FinesseSite site;
    private static FinesseService service;

    @BeforeAll
    static void open() {
        site = FinesseSite.open();
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void serviceShouldSayWhatItIs() {
        assertThat(service.vendor()).isEqualTo("finesse");
        assertThat(service.configured()).isTrue();
        assertThat(service.defaultChannel()).isEqualTo("Finesse");
        assertThat(service.channels())
                .isEqualTo(Map.of("finesse", "Finesse", "ciscofinesse", "Finesse", "cisco", "Cisco"));
        assertThat(service.verbs())
                .containsExactlyInAnyOrder(
                        Verb.LOGIN,
                        Verb.LOGOUT,
                        Verb.SET_READY,
                        Verb.SET_NOT_READY,
                        Verb.MAKE_CALL,
                        Verb.ANSWER,
                        Verb.ACCEPT,
                        Verb.REJECT,
                        Verb.CLOSE,
                        Verb.SKIP,
                        Verb.SCHEDULE,
                        Verb.CANCEL_SCHEDULE,
                        Verb.DROP,
                        Verb.HOLD,
                        Verb.RETRIEVE,
                        Verb.DIRECT_TRANSFER,
                        Verb.CONSULT,
                        Verb.TRANSFER,
                        Verb.CONFERENCE,
                        Verb.DROP_CONSULT,
                        Verb.SWAP,
                        Verb.SEND_DTMF,
                        Verb.UPDATE_CALL_DATA,
                        Verb.WRAP_UP,
                        Verb.RECLASSIFY,
                        Verb.DROP_PARTICIPANT);
    }

    @Test
    void loginShouldBeToldWithTheCommandThatCausedIt() {
        Desk desk = site.opening(service, site.agent());
        desk.told().untilLink(StreamState.UP, 1);
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.LOGGED_OUT);
        Order login = order();
        service.login(desk.agent(), login);
        AgentSnapshot agent = desk.told().untilAgent(AgentState.NOT_READY);
        assertThat(agent.causedBy()).isEqualTo(login.commandId());
        assertThat(agent.extension()).isEqualTo(desk.agent().extension());
        assertThat(agent.loginName()).isEqualTo(desk.agent().username());
    }

    @Test
    void dialShouldBeToldFromTheFirstSignToTheEnd() {
        Desk desk = ready();
        Dial dial = dial("+13125550142");
        service.dial(desk.agent(), dial);
        CallSnapshot talking = desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(desk.told().calls.get(0).causedBy()).isEqualTo(dial.commandId());
        assertThat(talking.dialled()).contains("+13125550142");
        assertThat(talking.allowed()).contains(Verb.HOLD, Verb.DROP);
        service.drop(desk.agent(), order(talking.id(), Map.of()));
        desk.told().untilCall(LifeCycle.WRAP_UP);
        ReasonCode outcome = service.wrapUpReasons(desk.agent()).get(0);
        service.wrapUp(desk.agent(), order(talking.id(), Map.of("wrapup", outcome.id())));
        desk.told().untilCall(LifeCycle.ENDED);
        assertThat(desk.told().lives())
                .containsExactly(
                        LifeCycle.INITIATED,
                        LifeCycle.DIALING,
                        LifeCycle.RINGING,
                        LifeCycle.CONNECTED,
                        LifeCycle.WRAP_UP,
                        LifeCycle.ENDED);
        assertThat(desk.told().lastCall().lifeCycle()).contains(LifeCycle.ENDED);
        desk.told().untilAgent(AgentState.NOT_READY);
        desk.told().calls.forEach(call -> ContractSchema.assertFormsValid(call.forms()));
    }

    @Test
    void holdAndRetrieveShouldChangeTheCallAndBack() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.hold(desk.agent(), order(call.id(), Map.of()));
        assertThat(desk.told().untilCall(LifeCycle.HELD).allowed()).contains(Verb.RETRIEVE);
        service.retrieve(desk.agent(), order(call.id(), Map.of()));
        desk.told()
                .until("talk after hold", told -> told.lastCall().lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));
    }

    @Test
    void wrapUpWithReadyShouldLeaveTheAgentReady() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.WRAP_UP);
        Map<String, Object> data = Map.of("iscustomwrapup", true, "customwrapup", "asked for a letter", "ready", true);
        service.wrapUp(desk.agent(), order(call.id(), data));
        desk.told().untilCall(LifeCycle.ENDED);
        desk.told().untilAgent(AgentState.READY);
    }

    @Test
    void outcomeThatFinesseDoesNotHaveShouldBeRefused() {
        Desk desk = site.signedIn(service);
        assertRefused(Code.INVALID_DATA, () -> service.wrapUp(desk.agent(), order("1", Map.of("wrapup", "none such"))));
    }

    @Test
    void missingOutcomeShouldBeRefusedWhereFinesseDemandsOne() {
        try (FinesseSite strict = FinesseSite.open("wrapUpOnOutgoing", "requiredWithWrapUpData")) {
            AgentSession agent = strict.agent();
            assertRefused(Code.INVALID_DATA, () -> strict.service(Map.of()).wrapUp(agent, order("1", Map.of())));
        }
    }

    @Test
    void busyNumberShouldEndAsAFailureWithItsReason() {
        Desk desk = ready();
        service.dial(desk.agent(), dial("+13125550101"));
        CallSnapshot failed = desk.told().untilCall(LifeCycle.FAILED);
        assertThat(failed.reason()).contains(Reason.BUSY);
        desk.told().untilCall(LifeCycle.ENDED);
    }

    @Test
    void rejectedCallShouldEndAsAFailureWithItsReason() {
        Desk desk = ready();
        service.dial(desk.agent(), dial("+13125550103"));
        assertThat(desk.told().untilCall(LifeCycle.FAILED).reason()).contains(Reason.REJECTED);
    }

    @Test
    void answerThatIsLostShouldLeaveTheDialInDoubtAndTheCallBeToldOnce() {
        Desk desk = ready();
        VendorException e = refusal(() -> service.dial(desk.agent(), dial("+13125550111")));
        assertThat(e.code()).isEqualTo(Code.PLATFORM_TIMEOUT);
        assertThat(e.effect()).isEqualTo(Effect.DOUBTFUL);
        desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(site.simulators.books())
                .filteredOn(call -> call.agent().equals(desk.agent().username()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "+13125550107, PLATFORM_REJECTED, DOUBTFUL",
        "+13125550108, RATE_LIMITED, NONE",
        "+13125550106, PLATFORM_TIMEOUT, DOUBTFUL"
    })
    void dialThatFinesseDoesNotTakeShouldSayWhetherItMayHaveWorked(String number, Code code, Effect effect) {
        Desk desk = ready();
        VendorException e = refusal(() -> service.dial(desk.agent(), dial(number)));
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.effect()).isEqualTo(effect);
        if (code == Code.RATE_LIMITED) {
            assertThat(e.refusal().retryAfterMs()).contains(2000L);
        }
    }

    @Test
    void refusalThatComesLaterShouldBeToldWithItsCommand() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.hold(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.HELD);
        Order again = order(call.id(), Map.of());
        service.hold(desk.agent(), again);
        desk.told().until("a failure", told -> told.failedCommands.contains(again.commandId()));
    }

    @Test
    void dialThatIsTakenAndThenRefusedShouldBeToldWithItsCommand() {
        Desk desk = ready();
        site.finesse()
                .inject(Fault.of("async-error")
                        .withStatus(34)
                        .onlyFor(desk.agent().username()));
        Dial dial = dial("+13125550142");
        service.dial(desk.agent(), dial);
        desk.told().until("a failure", told -> told.failedCommands.contains(dial.commandId()));
        assertThat(desk.told().failures.get(0).code()).isEqualTo(Code.DEVICE_UNAVAILABLE);
        assertThat(desk.told().calls).isEmpty();
    }

    @Test
    void callThatIsNotThereShouldBeRefusedAtOnce() {
        Desk desk = site.signedIn(service);
        assertRefused(Code.CALL_NOT_FOUND, () -> service.drop(desk.agent(), order("99999999", Map.of())));
    }

    @Test
    void notReadyReasonShouldBeFoundByIdAndByLabel() {
        Desk desk = site.signedIn(service);
        for (ReasonCode reason : service.notReadyReasons(desk.agent())) {
            service.setReady(desk.agent(), order());
            desk.told().untilAgent(AgentState.READY);
            service.setNotReady(desk.agent(), order("", Map.of("reasonCodeId", reason.label())));
            AgentSnapshot agent = desk.told().untilAgent(AgentState.NOT_READY);
            assertThat(agent.reasonCode()).isEqualTo(reason.id());
            assertThat(agent.label()).isEqualTo(reason.label());
        }
        assertRefused(
                Code.INVALID_DATA, () -> service.setNotReady(desk.agent(), order("", Map.of("reasonCodeId", "4711"))));
    }

    @Test
    void configuredReasonShouldBeUsedWhereNoneIsGiven() {
        Desk desk = site.signedIn(service);
        ReasonCode reason = service.notReadyReasons(desk.agent()).get(1);
        service.setReady(desk.agent(), order());
        desk.told().untilAgent(AgentState.READY);
        site.service(Map.of("defaultNotReady", reason.id())).setNotReady(desk.agent(), order());
        assertThat(desk.told().untilAgent(AgentState.NOT_READY).reasonCode()).isEqualTo(reason.id());
    }

    @Test
    void logoutShouldBeTold() {
        Desk desk = site.signedIn(service);
        ReasonCode reason = service.logoutReasons(desk.agent()).get(0);
        service.logout(desk.agent(), order("", Map.of("reasonCodeId", reason.id())));
        desk.told().untilAgent(AgentState.LOGGED_OUT);
    }

    @Test
    void callVariablesShouldComeBackWithTheCall() {
        Desk desk = ready();
        Map<String, String> variables = Map.of("callVariable3", "LOAN-7781 <a> & b", "user.crmCase", "C-20177");
        service.dial(desk.agent(), new Dial("c-variables", "+13125550142", variables, Map.of()));
        assertThat(desk.told().untilCall(LifeCycle.CONNECTED).variables()).isEqualTo(variables);
    }

    @ParameterizedTest
    @CsvSource({
        "callVariable11, x",
        "callVariable0, x",
        "BACampaign, x",
        "user., x",
        "user.password, x",
        "callVariable1, 12345678901234567890123456789012345678901",
        "callVariable1, Zoë"
    })
    void callVariableThatFinesseWouldNotKeepShouldBeRefused(String name, String value) {
        Dial dial = new Dial("c", "+13125550142", Map.of(name, value), Map.of());
        assertRefused(Code.INVALID_DATA, () -> service.dial(CallFixture.INES, dial));
    }

    @Test
    void tooMuchExtendedDataShouldBeRefused() {
        Dial dial =
                new Dial("c", "+13125550142", Map.of("user.a", "x".repeat(1000), "user.b", "x".repeat(1000)), Map.of());
        assertRefused(Code.INVALID_DATA, () -> service.dial(CallFixture.INES, dial));
    }

    @Test
    void callerIdShouldBeRefused() {
        Dial dial = new Dial("c", "+13125550142", Map.of(), Map.of("callerId", "+13125550000"));
        assertRefused(Code.CALLER_ID_NOT_SUPPORTED, () -> service.dial(CallFixture.INES, dial));
    }

    @Test
    void ownExtensionShouldBeNoNumberToDial() {
        Desk desk = ready();
        assertRefused(
                Code.INVALID_NUMBER,
                () -> service.dial(desk.agent(), dial(desk.agent().extension())));
    }

    @Test
    void wrongPasswordShouldSayThatTheSignInIsNoLongerValid() {
        AgentSession known = site.agent();
        AgentSession stranger = FinesseSite.agent(known.username(), known.extension(), "wrong");
        assertRefused(Code.AUTH_EXPIRED, () -> service.login(stranger, order()));
    }

    @Test
    void goneCallShouldEndWithNothingLeftToDo() {
        Desk desk = ready();
        CallSnapshot last = service.gone(desk.agent(), talking(desk).raw());
        assertThat(last.lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(last.allowed()).isEmpty();
        ContractSchema.assertFormsValid(last.forms());
    }

    private static Desk ready() {
        Desk desk = site.signedIn(service);
        service.setReady(desk.agent(), order());
        desk.told().untilAgent(AgentState.READY);
        return desk;
    }

    private static CallSnapshot talking(Desk desk) {
        service.dial(desk.agent(), dial("+13125550142"));
        return desk.told().untilCall(LifeCycle.CONNECTED);
    }

    private static VendorException refusal(ThrowingCallable use) {
        return catchThrowableOfType(VendorException.class, use);
    }

    private static void assertRefused(Code code, ThrowingCallable use) {
        assertThatThrownBy(use).isInstanceOfSatisfying(VendorException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
