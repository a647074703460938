package dev.trunkline.benchmark;

import dev.trunkline.benchmark.measure.ProcessGauge;
import java.time.Duration;
import java.util.Locale;

/**
 * What the gateway holds and uses while so many are at work and nothing happens.
 *
 * @param liveMegabytes of its heap
 * @param cpu processors in use, as a fraction of one
 */
record Cost(int agents, double liveMegabytes, double residentMegabytes, long threads, double cpu) {
    private static final double KILO = 1e3;

    static Cost of(Stage stage, int agents, Duration lasting) {
        ProcessGauge gateway = stage.server();
        double live = gateway.liveMegabytes();
        double before = gateway.cpuSeconds();
        long begun = System.nanoTime();
        Await.passing(lasting);
        double cpu = (gateway.cpuSeconds() - before) / ((System.nanoTime() - begun) / 1e9);
        return new Cost(agents, live, gateway.residentMegabytes(), gateway.threads(), cpu);
    }

    /** By the difference of two. */
    static void tell(Report report, String platform, Cost few, Cost many) {
        int more = many.agents - few.agents;
        report.add(Figure.told(
                "gateway with " + few.agents + " and " + many.agents + " agents in a call on " + platform
                        + ", nothing happening",
                String.format(
                        Locale.ROOT,
                        "live heap %.0f and %.0f MB, resident %.0f and %.0f MB, threads %d and %d, processors %.2f and %.2f",
                        few.liveMegabytes,
                        many.liveMegabytes,
                        few.residentMegabytes,
                        many.residentMegabytes,
                        few.threads,
                        many.threads,
                        few.cpu,
                        many.cpu)));
        report.add(Figure.told(
                "each agent more on " + platform,
                String.format(
                        Locale.ROOT,
                        "%.0f kB of heap, %.1f threads, %.2f ms of processor time a second",
                        (many.liveMegabytes - few.liveMegabytes) * KILO / more,
                        (double) (many.threads - few.threads) / more,
                        (many.cpu - few.cpu) * KILO / more)));
    }
}
