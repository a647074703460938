package dev.trunkline.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.event.Profile;
import dev.trunkline.identity.Caller;
import dev.trunkline.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VigilTest {
    private static final Instant EXPIRES = Instant.parse("2026-03-04T15:00:00Z");
    private static final Instant BEFORE = EXPIRES.minusSeconds(1);
    private static final PushSettings SETTINGS =
            new PushSettings(20, Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(15), 100, 200);

    private final FakeLog log = new FakeLog();
    private final FakeSink sink = new FakeSink();
    private final Subscription subscription = new Subscription(
            new Opening(
                    new Caller(FakeLog.ALICE, Set.of(Role.AGENT), EXPIRES, "127.0.0.1", true),
                    FakeLog.ALICE,
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    log.range()),
            log,
            new ListenerForm(Profile.EXACT, vendor -> "Finesse"),
            sink,
            Runnable::run,
            SETTINGS,
            ended -> {});
    private final Vigil vigil = new Vigil(subscription, sink, EXPIRES, SETTINGS);
    private final long start = System.nanoTime();

    private long later(long seconds) {
        return start + Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void expiredTokenShouldEndTheConnection() {
        vigil.check(BEFORE, start);
        assertThat(sink.ending()).isEmpty();

        vigil.check(EXPIRES, start);
        assertThat(sink.ending()).contains(Ending.TOKEN_EXPIRED);
    }

    @Test
    void sendThatDoesNotEndShouldEndTheConnection() {
        subscription.begin();
        sink.slow();
        subscription.changed(log.append());
        vigil.check(BEFORE, later(29));
        assertThat(sink.ending()).isEmpty();

        vigil.check(BEFORE, later(32));
        assertThat(sink.ending()).contains(Ending.TOO_SLOW);
    }

    @Test
    void clientShouldBeAskedEveryTwentySecondsAndGivenUpAfterTwoSilences() {
        vigil.check(BEFORE, later(19));
        assertThat(sink.beats).isZero();
        vigil.check(BEFORE, later(21));
        vigil.check(BEFORE, later(22));
        assertThat(sink.beats).isEqualTo(1);

        sink.missed = 2;
        vigil.check(BEFORE, later(42));
        assertThat(sink.ending()).contains(Ending.SILENT);
    }
}
