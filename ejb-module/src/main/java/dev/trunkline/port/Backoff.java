package dev.trunkline.port;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: a value, not a loop. Doubles from {@code first} to {@code longest}.
 *
 * @param tries how many tries have failed in a row
 */
public record Backoff(Duration first, Duration longest, int tries) {
    /** Doubling beyond this many times would overflow before it matters. */
    private static final int MOST_DOUBLINGS = 20;

    public static Backoff of(Duration first, Duration longest) {
        return new Backoff(first, longest, 0);
    }

    public Backoff afterFailure() {
        return new Backoff(first, longest, tries + 1);
    }

    public Backoff afterSuccess() {
        return new Backoff(first, longest, 0);
    }

    /** The wait before the next try: between half and the whole of the step, so that many agents do not come at once. */
    public Duration delay() {
        long step = Math.min(longest.toMillis(), first.toMillis() << Math.min(tries, MOST_DOUBLINGS));
        return Duration.ofMillis(step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
    }
}
