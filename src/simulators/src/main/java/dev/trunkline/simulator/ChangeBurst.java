package dev.trunkline.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Changes live calls at a total rate for a time, each change one notification; for kill and load tests. On the lane.
 *
 * @param <C> what the platform has of a call that can change
 */
public final class ChangeBurst<C> {
    private static final Duration TICK = Duration.ofMillis(5);

    private final Supplier<List<C>> calls;
    private final Consumer<C> change;
    private final Lane lane;
    private final long perSecond;
    private final long total;
    private final long startedAt = System.nanoTime();
    private long done;
    private ScheduledFuture<?> ticking;

    public ChangeBurst(Supplier<List<C>> calls, Consumer<C> change, Lane lane, long perSecond, Duration lasting) {
        this.calls = calls;
        this.change = change;
        this.lane = lane;
        this.perSecond = perSecond;
        this.total = Math.round(perSecond * (lasting.toMillis() / 1000.0));
    }

    public void start() {
        ticking = lane.every(TICK, this::tick);
    }

    public void stop() {
        ticking.cancel(false);
    }

    /** As many changes as the time since the start asks for, so that a late tick loses none. */
    private void tick() {
        long due = Math.min(total, (System.nanoTime() - startedAt) * perSecond / 1_000_000_000L);
        List<C> live = calls.get();
        while (done < due) {
            if (!live.isEmpty()) {
                change.accept(live.get((int) (done % live.size())));
            }
            done++;
        }
        if (done >= total) {
            stop();
        }
    }
}
