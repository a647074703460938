package dev.trunkline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.benchmark.measure.Latencies;
import dev.trunkline.benchmark.platform.Desktop;
import dev.trunkline.benchmark.platform.Platform;
import dev.trunkline.benchmark.platform.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a dial costs more when Trunkline does it: pairs of dials, one through it and one straight to the simulated platform, in turn first,
 * each by an agent who has no call and is at work on one side only. The clock runs until the platform has the call, by the platform's own
 * books, and until the agent's application has its first event.
 */
final class Dialling implements AutoCloseable {
    private static final int WARM_UP = 60;
    private static final int FEWEST = 300;
    private static final int MOST = 1_500;
    /** Both sides' agents get their line free again meanwhile: the far end is busy. */
    private static final Duration BREATH = Duration.ofMillis(15);

    private static final double AIM = 10;

    private final Stage stage;
    private final List<Dialler> through;
    private final List<Dialler> straight;
    private final Platform.Desktops desktops;
    private final Numbers numbers = new Numbers();
    private int turn;

    Dialling(Stage stage) {
        this.stage = stage;
        int half = Stage.MOST + Stage.SPARE / 2;
        through = diallers(Stage.MOST, half, (index, told) -> TrunklineDesktop.open(stage, index, told));
        desktops = stage.desktops();
        straight = diallers(half, Stage.MOST + Stage.SPARE, (index, told) -> {
            Seat seat = stage.seat(index);
            return desktops.open(seat.name(), seat.extension(), told);
        });
    }

    private static List<Dialler> diallers(int from, int until, BiFunction<Integer, Told, Desktop> opening) {
        return Stage.atOnce(IntStream.range(from, until).boxed().toList(), index -> {
            Told told = new Told();
            return new Dialler(opening.apply(index, told), told);
        });
    }

    private record Pair(Dial through, Dial straight) {}

    void measure(Report report, Duration lasting) {
        for (int i = 0; i < WARM_UP; i++) {
            pair();
        }
        List<Pair> pairs = new ArrayList<>();
        long until = System.nanoTime() + lasting.toNanos();
        while (pairs.size() < FEWEST || pairs.size() < MOST && System.nanoTime() < until) {
            pairs.add(pair());
        }
        unhindered(report);
        tell(report, pairs);
    }

    private Pair pair() {
        Dialler one = through.get(turn % through.size());
        Dialler other = straight.get(turn % straight.size());
        turn++;
        if (turn % 2 == 0) {
            Dial first = dial(one);
            return new Pair(first, dial(other));
        }
        Dial first = dial(other);
        return new Pair(dial(one), first);
    }

    private Dial dial(Dialler dialler) {
        Dial dial = dialler.dial(numbers.next());
        Await.passing(BREATH);
        return dial;
    }

    /** Where the platform counts requests, it must not be its limit that is measured. */
    private void unhindered(Report report) {
        JsonNode requests = stage.controls().requests();
        report.say("requests that the platform counted: " + requests);
        if (requests.path("refused 429").asLong() > 0) {
            throw new BenchmarkException("the platform's rate limit was reached: " + requests);
        }
    }

    private void tell(Report report, List<Pair> pairs) {
        Map<String, Long> placed = Numbers.placed(
                stage.controls(),
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.through.number(), pair.straight.number()))
                        .toList());
        Dials throughIt = new Dials();
        Dials straightTo = new Dials();
        Latencies added = new Latencies();
        Latencies later = new Latencies();
        for (Pair pair : pairs) {
            long one = throughIt.add(pair.through, placed.get(pair.through.number()));
            long other = straightTo.add(pair.straight, placed.get(pair.straight.number()));
            added.add(one - other);
            later.add(pair.through.untilTold() - pair.straight.untilTold());
        }
        String platform = stage.platform().channel();
        report.add(Figure.told(
                platform + ": dial straight to the simulated platform until it has the call, " + pairs.size()
                        + " times",
                straightTo.of("answer")));
        report.add(Figure.told(
                platform + ": the same through Trunkline, by turns", throughIt.of("answer 202 (checked and stored)")));
        report.add(Figure.aimed(
                platform + ": what Trunkline adds to a dial",
                Dials.more(throughIt.placed(), straightTo.placed(), added),
                "p99 <= 10 ms",
                throughIt.placed().millis(99) - straightTo.placed().millis(99) <= AIM));
        report.add(Figure.told(
                platform + ": what Trunkline adds until a dial's first event",
                Dials.more(throughIt.told(), straightTo.told(), later)));
    }

    @Override
    public void close() {
        through.forEach(Dialler::close);
        straight.forEach(Dialler::close);
        desktops.close();
    }
}
