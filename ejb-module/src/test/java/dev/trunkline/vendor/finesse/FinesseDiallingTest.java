package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.FinesseSite.dial;
import static dev.trunkline.vendor.finesse.FinesseSite.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.simulator.Fault;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dials on Unified CCX, which takes them from Not Ready only. */
class FinesseDiallingTest {
    private static final String CUSTOMER = "+13125550142";

    private static FinesseSite site;
    private static FinesseService service;

    @BeforeAll
    static void open() {
        site = FinesseSite.open("deployment", "uccx");
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void readyAgentShouldDialAndBeReadyAgainAfterTheCall() {
        Desk desk = ready(service);
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.NOT_READY);
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilAgent(AgentState.READY);
        assertThat(states(desk))
                .endsWith(AgentState.READY, AgentState.NOT_READY, AgentState.READY)
                .hasSize(5);
        assertThat(desk.told().failures).isEmpty();
    }

    @Test
    void reasonThatTheSiteWantsShouldGoWithIt() {
        ReasonCode reason =
                service.notReadyReasons(site.signedIn(service).agent()).get(1);
        FinesseService own = site.service(Map.of("defaultNotReady", reason.label()));
        Desk second = ready(own);
        own.dial(second.agent(), dial(CUSTOMER));
        second.told().untilCall(LifeCycle.CONNECTED);
        assertThat(second.told().lastAgent().reasonCode()).isEqualTo(reason.id());
    }

    @Test
    void agentWhoIsNotReadyShouldDialAndStaySo() {
        Desk desk = site.signedIn(service);
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.ENDED);
        int before = desk.told().currents.size();
        desk.stream().reread();
        desk.told().until("another reading", told -> told.currents.size() > before);
        assertThat(states(desk)).doesNotContain(AgentState.READY);
    }

    @Test
    void notReadyThatTheAgentAsksForDuringTheCallShouldStay() {
        Desk desk = ready(service);
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        service.setNotReady(desk.agent(), order());
        assertThat(service.seats.of(desk.agent()).loan().stands()).isFalse();
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.ENDED);
        int before = desk.told().currents.size();
        desk.stream().reread();
        desk.told().until("another reading", told -> told.currents.size() > before);
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void readyShouldComeBackThoughTheStreamIsAnotherByThen() {
        Desk desk = ready(service);
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        desk.stream().close();
        Desk next = site.opening(service, desk.agent());
        next.told().untilLink(StreamState.UP, 1);
        service.drop(desk.agent(), order(call.id(), Map.of()));
        next.told().untilAgent(AgentState.READY);
    }

    @Test
    void dialThatIsRefusedAtOnceShouldGiveReadyBack() {
        Desk desk = ready(service);
        VendorException e = refusal(desk, desk.agent().extension());
        assertThat(e.code()).isEqualTo(Code.INVALID_NUMBER);
        desk.told().untilAgent(AgentState.READY);
        assertThat(states(desk)).containsSubsequence(AgentState.NOT_READY, AgentState.READY);
    }

    @Test
    void stateThatDoesNotComeShouldMeanNoDial() {
        FinesseService impatient = site.service(Map.of("stepTimeout", "300ms"));
        Desk desk = ready(impatient);
        site.finesse().inject(Fault.of("swallow").onlyFor(desk.agent().username()));
        VendorException e =
                catchThrowableOfType(VendorException.class, () -> impatient.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(e.code()).isEqualTo(Code.PLATFORM_TIMEOUT);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
        assertThat(site.simulators.books())
                .noneMatch(call -> call.agent().equals(desk.agent().username()));
    }

    @Test
    void dialShouldNotWaitForAPushThatDoesNotCome() {
        FinesseService deaf = site.service(Map.of("stepTimeout", "300ms"));
        Desk desk = ready(deaf);
        deaf.seats = new FinesseSeats();
        deaf.dial(desk.agent(), dial(CUSTOMER));
        desk.told().untilCall(LifeCycle.CONNECTED);
    }

    @Test
    void siteShouldSayWhatSystemInfoDoesNot() {
        try (FinesseSite old = FinesseSite.open("dialFromReady", "false")) {
            FinesseService told = old.service(Map.of("dialFrom", "notReady"));
            Desk desk = ready(told, old);
            told.dial(desk.agent(), dial(CUSTOMER));
            CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
            told.drop(desk.agent(), order(call.id(), Map.of()));
            desk.told().untilCall(LifeCycle.WRAP_UP);
            told.wrapUp(desk.agent(), order(call.id(), Map.of()));
            desk.told().untilCall(LifeCycle.ENDED);
            desk.told().untilAgent(AgentState.NOT_READY);
            assertThat(told.seats.of(desk.agent()).loan().stands()).isFalse();
        }
    }

    @Test
    void wrapUpThatEndsByItselfShouldLeaveTheAgentReadyAgain() {
        try (FinesseSite old = FinesseSite.open(Map.of("dialFromReady", "false", "wrapUp", "200ms"))) {
            FinesseService told = old.service(Map.of("dialFrom", "notReady"));
            Desk desk = ready(told, old);
            told.dial(desk.agent(), dial(CUSTOMER));
            CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
            told.drop(desk.agent(), order(call.id(), Map.of()));
            desk.told().untilCall(LifeCycle.ENDED);
            desk.told().untilAgent(AgentState.READY);
        }
    }

    private static VendorException refusal(Desk desk, String number) {
        return catchThrowableOfType(VendorException.class, () -> service.dial(desk.agent(), dial(number)));
    }

    private static Desk ready(FinesseService used) {
        return ready(used, site);
    }

    private static Desk ready(FinesseService used, FinesseSite where) {
        Desk desk = where.signedIn(used);
        used.setReady(desk.agent(), order());
        desk.told().untilAgent(AgentState.READY);
        return desk;
    }

    private static List<AgentState> states(Desk desk) {
        synchronized (desk.told()) {
            return desk.told().agents.stream().map(AgentSnapshot::state).toList();
        }
    }
}
