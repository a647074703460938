package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.Five9Site.CUSTOMER;
import static dev.trunkline.vendor.five9.Five9Site.dial;
import static dev.trunkline.vendor.five9.Five9Site.order;
import static dev.trunkline.vendor.five9.Five9Site.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Site.Desk;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenant moves to another data centre while agents work there (sheet 5.6). Each test has a tenant of its own to move. */
class Five9MigrationTest {
    private Five9Site site;
    private Five9Service service;

    @BeforeEach
    void open() {
        site = Five9Site.open();
        service = site.service(Map.of());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void moved(Desk desk, String kind) {
        String before = site.server(desk.agent());
        site.fault(kind, desk.agent(), "\"seconds\":1");
        desk.told().untilLink(StreamState.WAITING, 1);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(site.server(desk.agent())).isNotEmpty().isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "move"})
    void agentShouldBeAtWorkAtTheOtherDataCentre(String kind) {
        Desk desk = site.ready(service);
        moved(desk, kind);
        assertThat(desk.told().links).as("nobody has to sign in").doesNotContain(StreamState.REFUSED);
        assertThat(desk.told().lastAgent().state()).isIn(AgentState.READY, AgentState.NOT_READY);
        service.setReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.READY);
        Five9Site.talking(service, desk);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
    }

    /** Told once, however many answers show it. */
    @Test
    void lossShouldBeToldOnce() {
        Desk desk = site.ready(service);
        moved(desk, "migrate");
        service.setReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.READY);
        Five9Site.talking(service, desk);
        assertThat(desk.told().links.stream().filter(StreamState.WAITING::equals))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "move"})
    void callThatDidNotSurviveTheMoveShouldEnd(String kind) {
        Desk desk = site.ready(service);
        CallSnapshot call = Five9Site.talking(service, desk);
        desk.told().open = Set.of(call.id());
        moved(desk, kind);
        // reading says so, or that it is none of the platform's any more: then whoever holds it open lets go of it
        desk.told().until("the end of the call", told -> told.currents.get(told.currents.size() - 1).stream()
                .noneMatch(now -> now.id().equals(call.id()) && Five9Site.is(now, LifeCycle.CONNECTED)));
    }

    /** What may be asked twice is asked again over there; a dial never is. */
    @Test
    void requestThatMeetsTheMoveShouldBeRepeatedOnlyIfItMayBe() {
        Desk desk = site.ready(service);
        site.fault("move", desk.agent(), "\"seconds\":1");
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused).isNotNull();
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
        assertThat(service.notReadyReasons(desk.agent())).isNotEmpty();
        assertThat(site.requests("dial")).isLessThanOrEqualTo(1);
    }

    /** Between 1002 and 73 the other data centre is not there yet. */
    @Test
    void otherDataCentreThatIsLateShouldBeWaitedFor() {
        Desk desk = site.ready(service);
        site.fault("migrate", desk.agent(), "\"seconds\":4");
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
        service.setReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.READY);
    }
}
