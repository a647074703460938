package dev.trunkline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.benchmark.measure.Latencies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each comparator as the benchmark runs it: a process of its own, the same client, the same frames. */
class RivalTest {
    private static final int SESSIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] FRAME = ("{\"callVariable1\":\"change 1 1795262791553159 +0\",\"filling\":\""
                    + "x".repeat(1_000) + "\"}")
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    static Stream<Arguments> comparators() {
        BiFunction<Path, Rival.Shape, Rival> relay = Rival::relay;
        BiFunction<Path, Rival.Shape, Rival> cometd = Rival::cometd;
        return Stream.of(Arguments.of("relay", relay), Arguments.of("cometd", cometd));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("comparators")
    void everyFrameOfTheFeedShouldReachASession(String name, BiFunction<Path, Rival.Shape, Rival> start) {
        try (Rival rival = start.apply(directory.resolve(name + ".log"), new Rival.Shape(SESSIONS, FRAME))) {
            Latencies timed = rival.audience().time(0, Long.MAX_VALUE);
            rival.feed().begin(100, Duration.ofMillis(500));
            Await.until("50 frames", PATIENCE, () -> rival.audience().heard() >= 50);
            assertThat(timed.count()).isEqualTo(50);
            assertThat(new String(rival.audience().sample(), StandardCharsets.UTF_8))
                    .contains("\"filling\":\"xxx");
        }
    }
}
