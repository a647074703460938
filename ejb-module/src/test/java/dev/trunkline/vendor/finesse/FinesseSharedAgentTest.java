package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.FinesseSite.dial;
import static dev.trunkline.vendor.finesse.FinesseSite.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.port.StreamState;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The agent's own Finesse desktop is open besides us, and takes the events that go to his bare address (sheet 5.5). */
class FinesseSharedAgentTest {
    private static FinesseSite site;

    @BeforeAll
    static void open() {
        site = FinesseSite.open();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void ownSubscriptionShouldBringWhatTheOtherClientTakes() {
        FinesseService service = site.service(Map.of("subscribe", "true", "reconcileInterval", "0s"));
        Desk desk = site.signedIn(service);
        otherClient(desk);
        service.dial(desk.agent(), dial("+13125550142"));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.WRAP_UP);
    }

    @Test
    void aloneEverythingShouldComeTwiceAndDoNoHarm() {
        FinesseService service = site.service(Map.of("subscribe", "true"));
        Desk desk = site.signedIn(service);
        service.dial(desk.agent(), dial("+13125550142"));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        service.hold(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.HELD);
        Order again = order(call.id(), Map.of());
        service.hold(desk.agent(), again);
        desk.told().until("a failure", told -> told.failedCommands.contains(again.commandId()));
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.WRAP_UP);
        assertThat(desk.told().failedCommands).containsOnlyOnce(again.commandId());
        assertThat(desk.told().lives())
                .containsExactly(
                        LifeCycle.INITIATED,
                        LifeCycle.DIALING,
                        LifeCycle.RINGING,
                        LifeCycle.CONNECTED,
                        LifeCycle.HELD,
                        LifeCycle.WRAP_UP);
    }

    @Test
    void closedStreamShouldLeaveNoSubscriptionBehind() {
        FinesseService service = site.service(Map.of("subscribe", "true"));
        Desk desk = site.signedIn(service);
        desk.stream().close();
        Desk next = site.opening(site.service(Map.of("subscribe", "false")), desk.agent());
        next.told().untilLink(StreamState.UP, 1);
        service.setReady(desk.agent(), order());
        next.told().untilAgent(AgentState.READY);
        service.setNotReady(desk.agent(), order());
        next.told().untilAgent(AgentState.NOT_READY);
        assertThat(next.told().agents.stream()
                        .filter(agent -> agent.state() == AgentState.READY)
                        .toList())
                .hasSize(1);
    }

    @Test
    void readingShouldFindWhatTheOtherClientTookAndSaySo() throws InterruptedException {
        FinesseService service = site.service(Map.of("reconcileInterval", "200ms"));
        Desk desk = site.signedIn(service);
        service.dial(desk.agent(), dial("+13125550142"));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        otherClient(desk);
        try (Warnings warnings = new Warnings(call.id())) {
            service.hold(desk.agent(), order(call.id(), Map.of()));
            desk.told().untilNow(call.id(), now -> now.platformState().equals("HELD"));
            assertThat(desk.told().calls)
                    .extracting(CallSnapshot::platformState)
                    .doesNotContain("HELD");
            assertThat(warnings.came.await(15, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** At equal priority the one that connects last gets what goes to the bare address. */
    private static void otherClient(Desk desk) {
        Desk other = site.opening(site.service(Map.of("resource", "desktop")), desk.agent());
        other.told().untilLink(StreamState.UP, 1);
    }

    /** Waits for a warning about one call. */
    private static final class Warnings extends Handler implements AutoCloseable {
        private static final Logger LOG = Logger.getLogger(FinesseHearing.class.getName());
        private final CountDownLatch came = new CountDownLatch(1);
        private final String expected;

        Warnings(String callId) {
            expected = List.of(callId).toString();
            LOG.addHandler(this);
        }

        @Override
        public void publish(LogRecord said) {
            if (said.getMessage().contains("we were not told: " + expected)) {
                came.countDown();
            }
        }

        @Override
        public void flush() {
            // nothing is kept
        }

        @Override
        public void close() {
            LOG.removeHandler(this);
        }
    }
}
