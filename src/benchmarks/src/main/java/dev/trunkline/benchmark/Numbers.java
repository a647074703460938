package dev.trunkline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.load.Controls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers that nobody else dials, each once; the last digits make it busy. */
final class Numbers {
    private static final List<String> AREAS = List.of("312", "415", "617", "206", "213");
    private static final int FIRST_EXCHANGE = 200;
    private static final int EXCHANGES = 800;
    private static final int DIGITS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private int given;

    String next() {
        String area = AREAS.get(given / EXCHANGES);
        String number = area + (FIRST_EXCHANGE + given % EXCHANGES) + "0101";
        given++;
        return number;
    }

    /** When the platform placed which of them, by its own books, in microseconds since 1970. */
    static Map<String, Long> placed(Controls controls, Collection<String> numbers) {
        Map<String, Long> placed = new HashMap<>();
        Await.until("the platform has all calls", LONGEST, () -> {
            controls.books().forEach(call -> placed.put(number(call), micros(call)));
            return placed.keySet().containsAll(numbers);
        });
        return placed;
    }

    /** The country may have been put before it. */
    private static String number(JsonNode call) {
        String number = call.path("number").asText();
        return number.substring(Math.max(0, number.length() - DIGITS));
    }

    private static long micros(JsonNode call) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, Instant.parse(call.path("placedAt").asText()));
    }
}
