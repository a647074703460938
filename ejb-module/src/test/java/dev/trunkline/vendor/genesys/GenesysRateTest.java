package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.JsonParts;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A quota of the platform, and far more asked of it than it allows. */
class GenesysRateTest {
    private static final Logger LOG = Logger.getLogger(GenesysRateTest.class.getName());
    private static final int QUOTA = 120;
    private static final int AT_ONCE = 30;
    private static final Duration WINDOW = Duration.ofSeconds(4);
    private static final int WINDOWS = 3;

    @Test
    void platformShouldNeverRefuseAndNearlyAllOfItsQuotaShouldBeUsed() throws InterruptedException, ExecutionException {
        Map<String, String> rules = Map.of("tokenRate", "" + QUOTA, "rateWindow", "4s");
        try (GenesysSite site = GenesysSite.open(rules)) {
            GenesysService service =
                    site.service(Map.of("requestsPerMinute", "" + QUOTA, "rateWindow", "4s", "rateWait", "10s"));
            AgentSession agent = site.agent();
            String user = service.client.me(agent).id();
            String busy = site.described().getJsonObject("presences").getString("Busy");
            long end = System.nanoTime() + WINDOW.multipliedBy(WINDOWS).toNanos();
            ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(askers.submit(() -> {
                    while (System.nanoTime() < end) {
                        service.client.setPresence(agent, user, busy);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            askers.shutdown();
            JsonObject counts = site.requests();
            long within = JsonParts.number(counts, "within complete windows of the rate");
            long windows = JsonParts.number(counts, "complete windows of the rate");
            double used = 100.0 * within / (QUOTA * windows);
            LOG.info(() -> String.format(
                    "%d requests in %d complete windows of %d: %.0f %% of the quota", within, windows, QUOTA, used));
            assertThat(windows).isGreaterThanOrEqualTo(2);
            assertThat(JsonParts.number(counts, "refused 429")).isZero();
            assertThat(used).isGreaterThanOrEqualTo(95);
        }
    }
}
