package dev.trunkline.vendor.genesys;

import static dev.trunkline.vendor.genesys.GenesysSite.CUSTOMER;
import static dev.trunkline.vendor.genesys.GenesysSite.dial;
import static dev.trunkline.vendor.genesys.GenesysSite.on;
import static dev.trunkline.vendor.genesys.GenesysSite.order;
import static dev.trunkline.vendor.genesys.GenesysSite.refusal;
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
import dev.trunkline.vendor.genesys.GenesysSite.Desk;
import jakarta.json.JsonObject;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenesysServiceTest {
    private static GenesysSite site;
    private static GenesysService service;

    @BeforeAll
    static void open() {
        site = GenesysSite.open();
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
        return GenesysSite.talking(service, desk);
    }

    @Test
    void serviceShouldSayWhatItIs() {
        assertThat(service.vendor()).isEqualTo("genesys");
        assertThat(service.configured()).isTrue();
        assertThat(service.defaultChannel()).isEqualTo("Genesys");
        assertThat(service.channels()).containsOnlyKeys("genesys", "genesyscloud", "genesyscloudcx", "purecloud");
        assertThat(service.verbs())
                .doesNotContain(Verb.ACCEPT, Verb.CLOSE, Verb.SKIP, Verb.RECLASSIFY)
                .hasSize(24);
    }

    @Test
    void loginShouldGiveAPhoneAndAPresence() {
        Desk desk = site.opening(service, site.agent());
        desk.told().untilLink(StreamState.UP, 1);
        service.login(desk.agent(), order("", Map.of()));
        desk.told()
                .until(
                        "signed in",
                        told -> !told.agents.isEmpty()
                                && told.lastAgent().state() != AgentState.LOGGED_OUT
                                && told.lastAgent()
                                        .extension()
                                        .equals(desk.agent().extension()));
        AgentSnapshot agent = desk.told().lastAgent();
        assertThat(agent.loginName()).isEqualTo(desk.agent().username());
        assertThat(agent.name()).isNotEmpty();
    }

    @Test
    void presenceShouldBeToldWithTheCommandThatChoseIt() {
        Desk desk = ready();
        ReasonCode lunch = service.notReadyReasons(desk.agent()).get(0);
        Order order = order("", Map.of("reasonCodeId", lunch.label()));
        service.setNotReady(desk.agent(), order);
        AgentSnapshot agent = desk.told().untilAgent(AgentState.NOT_READY);
        assertThat(agent.label()).isEqualTo(lunch.label());
        assertThat(agent.reasonCode()).isEqualTo(lunch.id());
        assertThat(desk.told().agents).extracting(AgentSnapshot::causedBy).contains(order.commandId());
        service.logout(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.LOGGED_OUT);
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
        assertThat(talking.variables()).isEmpty();
        service.drop(desk.agent(), on(talking));
        desk.told().untilCall(LifeCycle.WRAP_UP);
        ReasonCode outcome = service.wrapUpReasons(desk.agent()).get(0);
        service.wrapUp(desk.agent(), order(talking.id(), Map.of("wrapup", outcome.id(), "notes", "done")));
        CallSnapshot ended = desk.told().untilCall(LifeCycle.ENDED);
        assertThat(desk.told().lives())
                .containsExactly(
                        LifeCycle.INITIATED,
                        LifeCycle.DIALING,
                        LifeCycle.CONNECTED,
                        LifeCycle.WRAP_UP,
                        LifeCycle.ENDED);
        assertThat(ended.reason()).contains(Reason.AGENT_HANGUP);
        desk.told().untilAgent(AgentState.NOT_READY);
        desk.told().calls.forEach(call -> ContractSchema.assertFormsValid(call.forms()));
        assertThat(site.callsTo(desk.agent(), "3125550142")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0101, BUSY", "0102, NO_ANSWER", "0103, REJECTED", "0104, INVALID_NUMBER"})
    void farEndsShouldBeToldApart(String digits, Reason reason) {
        Desk desk = ready();
        service.dial(desk.agent(), dial("+1312555" + digits));
        CallSnapshot failed = desk.told().untilCall(told -> told.lifeCycle().equals(Optional.of(LifeCycle.FAILED)));
        assertThat(failed.reason()).contains(reason);
    }

    @Test
    void customerWhoHangsUpShouldEndTheTalk() {
        Desk desk = ready();
        service.dial(desk.agent(), dial("+13125550105"));
        CallSnapshot over = desk.told().untilCall(told -> told.lifeCycle().equals(Optional.of(LifeCycle.WRAP_UP)));
        assertThat(over.reason()).contains(Reason.REMOTE_HANGUP);
    }

    @Test
    void dialThatTheAgentGivesUpShouldBeCancelled() {
        Desk desk = ready();
        service.dial(desk.agent(), dial("+13125550102"));
        CallSnapshot dialing = desk.told().untilCall(LifeCycle.DIALING);
        service.drop(desk.agent(), on(dialing));
        CallSnapshot over = desk.told().untilCall(told -> told.reason().isPresent());
        assertThat(over.reason()).contains(Reason.CANCELLED_BY_AGENT);
        assertThat(desk.told().lives()).doesNotContain(LifeCycle.FAILED);
    }

    @Test
    void lostAnswerShouldBeInDoubtAndItsCallFound() {
        Desk desk = ready();
        Dial dial = dial("+13125550111");
        VendorException lost = refusal(() -> service.dial(desk.agent(), dial));
        assertThat(lost.effect()).isEqualTo(Effect.DOUBTFUL);
        CallSnapshot found = desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(found.causedBy()).isEqualTo(dial.commandId());
        assertThat(site.callsTo(desk.agent(), "3125550111")).isEqualTo(1);
    }

    @Test
    void errorWithoutACallShouldBeInDoubtAndNoCallBeTold() {
        Desk desk = ready();
        VendorException error = refusal(() -> service.dial(desk.agent(), dial("+13125550107")));
        assertThat(error.effect()).isEqualTo(Effect.DOUBTFUL);
        assertThat(error.code()).isEqualTo(Code.PLATFORM_REJECTED);
        assertThat(site.callsTo(desk.agent(), "3125550107")).isZero();
    }

    @Test
    void platformThatStaysBusyShouldBeAskedAgainOnlyAsLongAsSomebodyWaits() {
        Desk desk = ready();
        VendorException busy = refusal(() -> service.dial(desk.agent(), dial("+13125550108")));
        assertThat(busy.code()).isEqualTo(Code.RATE_LIMITED);
        assertThat(busy.effect()).isEqualTo(Effect.NONE);
        assertThat(busy.refusal().retryAfterMs()).contains(2_000L);
    }

    @Test
    void heldCallShouldBeTakenBack() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.hold(desk.agent(), on(call));
        assertThat(desk.told().untilCall(LifeCycle.HELD).allowed()).contains(Verb.RETRIEVE);
        service.retrieve(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> now.allowed().contains(Verb.HOLD));
    }

    @Test
    void microphoneShouldBeToldWithItsCommand() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        Order mute = on(call);
        service.mute(desk.agent(), mute);
        CallSnapshot muted = desk.told().untilCall(told -> told.allowed().contains(Verb.UNMUTE));
        assertThat(muted.causedBy()).isEqualTo(mute.commandId());
        Order unmute = on(call);
        service.unmute(desk.agent(), unmute);
        desk.told().untilCall(told -> told.causedBy().equals(unmute.commandId()));
    }

    @Test
    void digitsShouldBeTaken() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.sendDtmf(desk.agent(), order(call.id(), Map.of("digits", "12#")));
        assertThat(desk.told().failures).isEmpty();
    }

    @Test
    void variablesShouldBeToldAndAddedTo() {
        Desk desk = ready();
        service.dial(
                desk.agent(), new Dial("m-vars", CUSTOMER, Map.of("crmCaseId", "C-10042", "other", "1"), Map.of()));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(call.variables()).isEqualTo(Map.of("crmCaseId", "C-10042", "other", "1"));
        service.updateCallData(desk.agent(), order(call.id(), Map.of("key", "other", "value", "2")));
        CallSnapshot changed = desk.told()
                .untilNow(call.id(), now -> "2".equals(now.variables().get("other")));
        assertThat(changed.variables()).containsEntry("crmCaseId", "C-10042");
    }

    @Test
    void transferToANumberShouldEndTheAgentsPart() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.directTransfer(desk.agent(), order(call.id(), Map.of("toAddress", "+13125550188")));
        CallSnapshot over = desk.told().untilCall(told -> told.reason().isPresent());
        assertThat(over.reason()).contains(Reason.TRANSFERRED);
    }

    @Test
    void callOfAColleagueShouldBeAnsweredOrRejected() {
        Desk desk = ready();
        Desk colleague = ready();
        service.dial(desk.agent(), dial(colleague.agent().extension()));
        CallSnapshot offered = colleague.told().untilCall(LifeCycle.RINGING);
        assertThat(offered.allowed()).contains(Verb.ANSWER, Verb.REJECT);
        service.reject(colleague.agent(), on(offered));
        colleague.told().untilNow(offered.id(), told -> told.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));
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
        Order later = order(call.id(), Map.of("callbackTime", time, "callbackNumber", "3125550199"));
        service.schedule(desk.agent(), later);
        desk.told().untilCall(now -> now.causedBy().equals(later.commandId()));
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
    }

    @Test
    void wrongCredentialShouldBeTheSignInsFault() {
        AgentSession agent = GenesysSite.agent("agent0055", "20055", "quite-wrong");
        Desk desk = site.opening(service, agent);
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void agentsShouldHaveTheOutcomesOfTheirQueue() {
        Desk desk = ready();
        List<ReasonCode> outcomes = service.wrapUpReasons(desk.agent());
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(2);
        assertThat(service.logoutReasons(desk.agent())).isEmpty();
    }

    /** A client whose secret is wrong shows that it is asked at all. */
    @Test
    void whatBelongsToNobodyShouldBeReadByTheOrganisationsOwnClient() {
        JsonObject clients = site.described().getJsonObject("clients");
        String id = clients.getString("serverClientId");
        AgentSession agent = site.agent();
        GenesysService reader = site.service(
                Map.of("serviceClientId", id, "serviceClientSecret", clients.getString("serverClientSecret")));
        assertThat(reader.notReadyReasons(agent)).isEqualTo(service.notReadyReasons(agent));
        assertThat(reader.wrapUpReasons(agent)).isEqualTo(service.wrapUpReasons(agent));
        GenesysService locked = site.service(Map.of("serviceClientId", id, "serviceClientSecret", "wrong"));
        assertThat(refusal(() -> locked.notReadyReasons(agent)).code()).isEqualTo(Code.PLATFORM_REJECTED);
        assertThat(refusal(() -> locked.wrapUpReasons(agent)).code()).isEqualTo(Code.PLATFORM_REJECTED);
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
                () -> service.accept(desk.agent(), order),
                () -> service.close(desk.agent(), order),
                () -> service.skip(desk.agent(), order),
                () -> service.reclassify(desk.agent(), order))) {
            assertThatThrownBy(use).isInstanceOfSatisfying(VendorException.class, e -> assertThat(e.code())
                    .isEqualTo(Code.NOT_SUPPORTED));
        }
    }
}
