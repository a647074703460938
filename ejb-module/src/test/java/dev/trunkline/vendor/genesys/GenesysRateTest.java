package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A quota of the platform, and far more asked of it than it allows. */
class GenesysRateTest {
    private static final Logger LOG = Logger.getLogger(GenesysRateTest.class.getName());
    private static final int QUOTA = 120;
    private static final int AT_ONCE = 30;
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final int WINDOWS = 5;

    @Test
    void platformShouldNeverRefuseAndNearlyAllOfItsQuotaShouldBeUsed() throws InterruptedException, ExecutionException {
        Map<String, String> rules = Map.of("tokenRate", "" + QUOTA, "rateWindow", "2s");
        try (GenesysSite site = GenesysSite.open(rules)) {
            GenesysService service = site.service(
                    Map.of("requestsPerMinute", "" + QUOTA, "rateWindow", "2s", "rateWait", "10s"));
            AgentSession agent = site.agent();
            service.client.me(agent);
            AtomicInteger done = new AtomicInteger();
            AtomicInteger refusedByThem = new AtomicInteger();
            long end = System.nanoTime() + WINDOW.multipliedBy(WINDOWS).toNanos();
            ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(askers.submit(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            service.client.me(agent);
                            done.incrementAndGet();
                        } catch (VendorException refused) {
                            boolean theirs = Integer.valueOf(429)
                                    .equals(refused.refusal().platform().get("httpStatus"));
                            assertThat(refused.code()).isEqualTo(Code.RATE_LIMITED);
                            refusedByThem.addAndGet(theirs ? 1 : 0);
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            askers.shutdown();
            double used = 100.0 * done.get() / (QUOTA * WINDOWS);
            LOG.info(() -> String.format("%d requests done, %.0f %% of the quota", done.get(), used));
            assertThat(refusedByThem).hasValue(0);
            assertThat(used).isGreaterThan(90);
        }
    }
}
