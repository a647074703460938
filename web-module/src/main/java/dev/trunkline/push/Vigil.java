package dev.trunkline.push;

import java.time.Instant;

/** Watches over one listener: shows it that we live, and ends it when it no longer reads, no longer answers or is no longer signed in. */
final class Vigil {
    private static final int MOST_UNANSWERED = 2;

    private final Subscription subscription;
    private final Sink sink;
    private final Instant expires;
    private final long stuckAfter;
    private long lastBeat = System.nanoTime();

    Vigil(Subscription subscription, Sink sink, Instant expires, PushSettings settings) {
        this.subscription = subscription;
        this.sink = sink;
        this.expires = expires;
        this.stuckAfter = settings.stuckAfter().toNanos();
    }

    /** @param nanos of {@link System#nanoTime()} */
    void check(Instant now, long nanos) {
        if (!now.isBefore(expires)) {
            subscription.end(Ending.TOKEN_EXPIRED);
        } else if (subscription.queue().sendingFor(nanos) > stuckAfter) {
            subscription.end(Ending.TOO_SLOW);
        } else if (nanos - lastBeat >= sink.beatEvery().toNanos()) {
            lastBeat = nanos;
            beat();
        }
    }

    private void beat() {
        if (sink.unanswered() >= MOST_UNANSWERED) {
            subscription.end(Ending.SILENT);
        } else if (subscription.queue().idle()) {
            sink.beat().ifPresent(subscription::answer);
        }
    }
}
