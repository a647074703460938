package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.WebexccSite.CUSTOMER;
import static dev.trunkline.vendor.webexcc.WebexccSite.dial;
import static dev.trunkline.vendor.webexcc.WebexccSite.is;
import static dev.trunkline.vendor.webexcc.WebexccSite.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.port.StreamState;
import dev.trunkline.vendor.webexcc.WebexccSite.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The requests of one client are shared by all its agents (sheet 7): they wait for each other, and the platform need not refuse any. */
class WebexccRateTest {
    private static final int QUOTA = 60;

    private static WebexccSite limited() {
        return WebexccSite.open(Map.of("rate", String.valueOf(QUOTA), "rateWindow", "4s"));
    }

    private static WebexccService service(WebexccSite site) {
        return site.service(Map.of("requestsPerMinute", String.valueOf(QUOTA), "rateWindow", "4s", "rateWait", "15s"));
    }

    /** A restart: all come back at once, with more requests between them than a window has. */
    @Test
    void agentsWhoAllComeBackShouldShareTheQuota() {
        try (WebexccSite site = limited()) {
            WebexccService service = service(site);
            List<Desk> desks = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                desks.add(site.opening(service, site.agent()));
            }
            desks.forEach(desk -> desk.told().untilLink(StreamState.UP, 1));
            assertThat(site.requests("requests")).isGreaterThan(QUOTA);
            assertThat(site.requests("refused 429")).isZero();
        }
    }

    /** Who has a call can end it while others wait for their turn. */
    @Test
    void controlShouldGoBeforeReading() {
        try (WebexccSite site = limited()) {
            WebexccService service = service(site);
            Desk desk = site.ready(service);
            service.dial(desk.agent(), dial(CUSTOMER));
            CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
            List<AgentSession> others = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                others.add(site.agent());
            }
            others.forEach(agent -> site.opening(service, agent));
            service.drop(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
            assertThat(site.requests("refused 429")).isZero();
        }
    }
}
