package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.FinesseSite.dial;
import static dev.trunkline.vendor.finesse.FinesseSite.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import dev.trunkline.simulator.Fault;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes before one contact centre (sheet 5.6). */
class FinesseFailoverTest {
    private FinesseSite site;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void callShouldGoOnAtTheOtherNode() {
        FinesseService service = two(Map.of(), Map.of());
        Desk desk = site.signedIn(service);
        service.dial(desk.agent(), dial("+13125550142"));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        desk.told().open = Set.of(call.id());
        down("a");
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(site.finesse().second().sessions()).hasSize(1);
        desk.told().untilNow(call.id(), now -> now.allowed().contains(Verb.DROP));
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.WRAP_UP);
        assertThat(states(desk)).as("nobody was logged out").doesNotContain(AgentState.LOGGED_OUT);
    }

    @Test
    void nodeThatLostItsContactCentreShouldBeLeftForOneThatHasIt() {
        FinesseService service = two(Map.of(), Map.of("pingInterval", "200ms"));
        Desk desk = site.signedIn(service);
        site.finesse().inject(Fault.of("out-of-service").lasting(60).at("a"));
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(site.finesse().second().sessions()).hasSize(1);
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
        service.setReady(desk.agent(), order());
        desk.told().untilAgent(AgentState.READY);
    }

    @Test
    void contactCentreThatIsGoneForEverybodyShouldBeWaitedFor() {
        site = FinesseSite.open();
        FinesseService service = site.service(Map.of("pingInterval", "200ms"));
        Desk desk = site.signedIn(service);
        int before = desk.told().currents.size();
        site.finesse().inject(Fault.of("out-of-service").lasting(1));
        desk.told().until("a reading", told -> told.currents.size() > before);
        assertThat(desk.told().links).containsOnlyOnce(StreamState.UP).doesNotContain(StreamState.WAITING);
    }

    @Test
    void agentShouldStayWhereHeIsWhenTheFirstNodeIsBack() {
        FinesseService service = two(Map.of(), Map.of());
        Desk desk = site.signedIn(service);
        down("a");
        desk.told().untilLink(StreamState.UP, 2);
        site.simulators.reset();
        site.finesse().inject(Fault.of("cut-stream"));
        desk.told().untilLink(StreamState.UP, 3);
        assertThat(site.finesse().second().sessions()).hasSize(1);
        assertThat(site.finesse().first().sessions()).isEmpty();
    }

    @Test
    void readyThatTheFailoverTookShouldComeBackWhereTheSiteWantsThat() {
        FinesseService service = two(Map.of("afterFailover", "notReady"), Map.of("restoreReady", "true"));
        Desk desk = ready(service);
        down("a");
        desk.told().untilLink(StreamState.UP, 2);
        desk.told().untilAgent(AgentState.READY);
        assertThat(states(desk)).endsWith(AgentState.NOT_READY, AgentState.READY);
    }

    @Test
    void readyThatTheFailoverTookShouldStayAwayWhereTheSiteDoesNotSay() {
        FinesseService service = two(Map.of("afterFailover", "notReady"), Map.of());
        Desk desk = ready(service);
        down("a");
        desk.told().untilLink(StreamState.UP, 2);
        int before = desk.told().currents.size();
        desk.stream().reread();
        desk.told().until("another reading", told -> told.currents.size() > before);
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void callTypeThatCcxForgetsShouldBeRemembered() {
        FinesseService service = two(
                Map.of("deployment", "uccx", "callTypeAfterFailover", "null", "agentPhones", "autoAnswer"), Map.of());
        Desk desk = site.signedIn(service);
        Desk colleague = site.signedIn(service);
        service.dial(desk.agent(), dial(colleague.agent().extension()));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(call.forms().get("Finesse")).contains("\"callType\":\"AGENT_INSIDE\"");
        desk.told().open = Set.of(call.id());
        down("a");
        desk.told().untilLink(StreamState.UP, 2);
        desk.told().currents.get(desk.told().currents.size() - 1).forEach(now -> assertThat(
                        now.forms().get("Finesse"))
                .contains("\"callType\":\"AGENT_INSIDE\""));
        assertThat(desk.told().currents.get(desk.told().currents.size() - 1)).hasSize(1);
    }

    private FinesseService two(Map<String, String> rules, Map<String, String> settings) {
        Map<String, String> both = new HashMap<>(rules);
        both.put("secondNode", "true");
        site = FinesseSite.open(both);
        Map<String, String> all = new HashMap<>(settings);
        all.put("secondUrl", site.finesse().second().restUrl());
        return site.service(all);
    }

    private void down(String node) {
        site.finesse().inject(Fault.of("node-down").lasting(60).at(node));
    }

    private Desk ready(FinesseService service) {
        Desk desk = site.signedIn(service);
        service.setReady(desk.agent(), order());
        desk.told().untilAgent(AgentState.READY);
        return desk;
    }

    /** Since the sign-in. */
    private static List<AgentState> states(Desk desk) {
        return desk.told().agents.stream().map(AgentSnapshot::state).skip(1).toList();
    }
}
