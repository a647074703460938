package dev.trunkline.benchmark;

import dev.trunkline.benchmark.measure.OpenSockets;
import dev.trunkline.benchmark.measure.ProcessGauge;
import java.time.Duration;
import java.util.Locale;

/**
 * What the gateway holds and uses while so many are at work and nothing happens.
 *
 * @param cpu processors in use, as a fraction of one
 */
record Cost(int agents, Memory memory, long threads, Sockets sockets, double cpu) {
    private static final double KILO = 1e3;

    /** Megabytes. @param live of its heap */
    record Memory(double live, double resident) {}

    /** @param toPlatform those of all that lead there */
    record Sockets(long all, long toPlatform) {}

    static Cost of(Stage stage, int agents, Duration lasting) {
        ProcessGauge gateway = stage.server();
        double live = gateway.liveMegabytes();
        double before = gateway.cpuSeconds();
        long begun = System.nanoTime();
        Await.passing(lasting);
        double cpu = (gateway.cpuSeconds() - before) / ((System.nanoTime() - begun) / 1e9);
        OpenSockets open = gateway.sockets();
        return new Cost(
                agents,
                new Memory(live, gateway.residentMegabytes()),
                gateway.threads(),
                new Sockets(open.count(), open.to(stage.installation().ports().platforms())),
                cpu);
    }

    static Figure both(String platform, Cost few, Cost many) {
        return Figure.told(
                "gateway with " + few.agents + " and " + many.agents + " agents in a call on " + platform
                        + ", nothing happening",
                String.format(
                        Locale.ROOT,
                        "live heap %.0f and %.0f MB, resident %.0f and %.0f MB, threads %d and %d, "
                                + "sockets %d and %d (to the platform %d and %d), processors %.2f and %.2f",
                        few.memory.live,
                        many.memory.live,
                        few.memory.resident,
                        many.memory.resident,
                        few.threads,
                        many.threads,
                        few.sockets.all,
                        many.sockets.all,
                        few.sockets.toPlatform,
                        many.sockets.toPlatform,
                        few.cpu,
                        many.cpu));
    }

    /** By the difference of two. */
    static Figure each(String platform, Cost few, Cost many) {
        double more = many.agents - few.agents;
        return Figure.told(
                "each agent more on " + platform,
                String.format(
                        Locale.ROOT,
                        "%.0f kB of heap, %.2f threads, %.2f sockets (to the platform %.2f), "
                                + "%.2f ms of processor time a second",
                        (many.memory.live - few.memory.live) * KILO / more,
                        (many.threads - few.threads) / more,
                        (many.sockets.all - few.sockets.all) / more,
                        (many.sockets.toPlatform - few.sockets.toPlatform) / more,
                        (many.cpu - few.cpu) * KILO / more));
    }
}
