package dev.trunkline.benchmark;

import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.benchmark.measure.Latencies;
import dev.trunkline.benchmark.measure.ProcessGauge;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Watches a server at work.
 *
 * @param audience which hears all its sessions
 * @param around the other processes that take part, this one among them
 */
record Watch(Audience audience, ProcessGauge server, List<ProcessGauge> around) {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration STRAGGLERS = Duration.ofSeconds(45);
    private static final Duration LAST_ONES = Duration.ofMillis(300);
    private static final double NEARLY_ALL = 0.99;

    /** At one rate: what is made in so long a time, after two seconds of the same. */
    Observed at(int perSecond, Duration each, Source source) {
        long from = Connection.nowMicros() + micros(WARM_UP);
        Latencies latencies = audience.time(from, from + micros(each));
        source.begin(perSecond, WARM_UP.plus(each));
        Await.passing(WARM_UP);
        Counted counted = count(latencies::count, () -> Await.passing(each));
        long nearlyAll = (long) (NEARLY_ALL * perSecond * each.toNanos() / 1e9);
        Await.within(STRAGGLERS, () -> latencies.count() >= nearlyAll);
        Await.passing(LAST_ONES);
        return new Observed(perSecond, each.toNanos() / 1e9, latencies.count(), latencies, counted.cpu, counted.around);
    }

    /** Whatever comes while this is done. */
    Observed during(Runnable work) {
        Latencies latencies = audience.time(0, Long.MAX_VALUE);
        Counted counted = count(latencies::count, work);
        return new Observed(0, counted.seconds, counted.frames, latencies, counted.cpu, counted.around);
    }

    private record Counted(double seconds, long frames, double cpu, double around) {}

    private Counted count(LongSupplier frames, Runnable work) {
        long begun = System.nanoTime();
        long before = frames.getAsLong();
        double cpu = server.cpuSeconds();
        double others = others();
        work.run();
        return new Counted(
                (System.nanoTime() - begun) / 1e9,
                frames.getAsLong() - before,
                server.cpuSeconds() - cpu,
                others() - others);
    }

    private double others() {
        return around.stream().mapToDouble(ProcessGauge::cpuSeconds).sum();
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }
}
