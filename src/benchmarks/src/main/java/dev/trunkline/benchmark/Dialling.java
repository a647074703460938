package dev.trunkline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.benchmark.measure.Latencies;
import dev.trunkline.system.load.AgentClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a dial costs more when Trunkline does it: pairs of dials, one through it and one straight to the simulated platform, in turn first,
 * each by an agent who has no call. A dial is done when the platform has the call, by the platform's own books.
 */
final class Dialling {
    private static final int WARM_UP = 60;
    private static final int FEWEST = 300;
    private static final int MOST = 1_500;
    /** Both sides' agents get their line free again meanwhile: the far end is busy. */
    private static final Duration BREATH = Duration.ofMillis(15);

    private static final List<String> AREAS = List.of("312", "415", "617", "206", "213");
    private static final int FIRST_EXCHANGE = 200;
    private static final int EXCHANGES = 800;
    private static final double AIM = 10;

    private final Stage stage;
    private final List<Seat> through;
    private final List<Seat> straight;
    private final FinesseClient platform;
    private final Map<String, Long> begun = new HashMap<>();
    private final Latencies throughAnswer = new Latencies();
    private final Latencies straightAnswer = new Latencies();
    private int dialled;

    Dialling(Stage stage) {
        this.stage = stage;
        List<Seat> seats = Stage.atOnce(
                IntStream.range(Stage.MOST, Stage.MOST + Stage.SPARE).boxed().toList(),
                index -> stage.seat(index).signIn());
        through = seats.subList(0, Stage.SPARE / 2);
        straight = seats.subList(Stage.SPARE / 2, Stage.SPARE);
        platform = new FinesseClient(stage.installation());
    }

    /** Two numbers that nobody else dials, a pair's. */
    private record Pair(String through, String straight) {}

    void measure(Report report, Duration lasting) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < WARM_UP; i++) {
            pair(new Latencies(), new Latencies());
        }
        long until = System.nanoTime() + lasting.toNanos();
        while (pairs.size() < FEWEST || pairs.size() < MOST && System.nanoTime() < until) {
            pairs.add(pair(throughAnswer, straightAnswer));
        }
        tell(report, pairs);
    }

    private Pair pair(Latencies throughTook, Latencies straightTook) {
        Pair pair = new Pair(number(), number());
        int agent = dialled / 2 % through.size();
        Runnable first = () -> dialThrough(through.get(agent), pair.through, throughTook);
        Runnable second = () -> dialStraight(straight.get(agent), pair.straight, straightTook);
        boolean turned = dialled / 2 % 2 == 0;
        (turned ? second : first).run();
        Await.passing(BREATH);
        (turned ? first : second).run();
        Await.passing(BREATH);
        return pair;
    }

    /** Its last digits make it busy. */
    private String number() {
        String area = AREAS.get(dialled / EXCHANGES);
        String number = area + (FIRST_EXCHANGE + dialled % EXCHANGES) + "0101";
        dialled++;
        return number;
    }

    private void dialThrough(Seat seat, String number, Latencies took) {
        String message = AgentClient.message("OutboundCall", "MakeCall", "\"" + number + "\"", "", "");
        long before = Connection.nowMicros();
        HttpResponse<String> answer = seat.client().post(message).join();
        took.add(Connection.nowMicros() - before);
        accepted(answer, "Trunkline");
        begun.put(number, before);
    }

    private void dialStraight(Seat seat, String number, Latencies took) {
        long before = Connection.nowMicros();
        HttpResponse<String> answer = platform.dial(seat, number);
        took.add(Connection.nowMicros() - before);
        accepted(answer, "the platform");
        begun.put(number, before);
    }

    private static void accepted(HttpResponse<String> answer, String who) {
        if (answer.statusCode() != 202) {
            throw new BenchmarkException(who + " answered a dial " + answer.statusCode() + " " + answer.body());
        }
    }

    private void tell(Report report, List<Pair> pairs) {
        Map<String, Long> placed = placed();
        Latencies throughIt = new Latencies();
        Latencies straightTo = new Latencies();
        Latencies added = new Latencies();
        for (Pair pair : pairs) {
            long one = placed.get(pair.through) - begun.get(pair.through);
            long other = placed.get(pair.straight) - begun.get(pair.straight);
            throughIt.add(one);
            straightTo.add(other);
            added.add(one - other);
        }
        report.add(Figure.told(
                "dial straight to the simulated platform until it has the call, " + pairs.size() + " times",
                of(straightTo) + "; answer " + of(straightAnswer)));
        report.add(Figure.told(
                "the same through Trunkline, by turns",
                of(throughIt) + "; answer 202 (checked and stored) " + of(throughAnswer)));
        double more = throughIt.millis(99) - straightTo.millis(99);
        report.add(Figure.aimed(
                "what Trunkline adds to a dial",
                String.format(
                        Locale.ROOT,
                        "p50 %.1f, p99 %.1f ms (ratio %.1f and %.1f); by pairs p50 %.1f, p99 %.1f ms",
                        throughIt.millis(50) - straightTo.millis(50),
                        more,
                        throughIt.millis(50) / straightTo.millis(50),
                        throughIt.millis(99) / straightTo.millis(99),
                        added.millis(50),
                        added.millis(99)),
                "p99 <= 10 ms",
                more <= AIM));
    }

    private static String of(Latencies latencies) {
        return String.format(Locale.ROOT, "p50 %.1f, p99 %.1f ms", latencies.millis(50), latencies.millis(99));
    }

    /** When the platform placed which number, in microseconds since 1970. */
    private Map<String, Long> placed() {
        Map<String, Long> placed = new HashMap<>();
        Await.until("the platform has all calls", Duration.ofSeconds(30), () -> {
            for (JsonNode call : stage.controls().books()) {
                Instant at = Instant.parse(call.path("placedAt").asText());
                placed.put(call.path("number").asText(), ChronoUnit.MICROS.between(Instant.EPOCH, at));
            }
            return placed.keySet().containsAll(begun.keySet());
        });
        return placed;
    }
}
