package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;

/**
 * Changes call variable 1 of live calls at a total rate for a time, each change one notification with a number of its call; for kill and
 * load tests. On the lane.
 */
final class ChangeBurst {
    private static final Duration TICK = Duration.ofMillis(5);

    private final Supplier<List<Dialog>> dialogs;
    private final Publisher publisher;
    private final Lane lane;
    private final long perSecond;
    private final long total;
    private final long startedAt = System.nanoTime();
    private long done;
    private ScheduledFuture<?> ticking;

    ChangeBurst(Supplier<List<Dialog>> dialogs, Publisher publisher, Lane lane, long perSecond, Duration lasting) {
        this.dialogs = dialogs;
        this.publisher = publisher;
        this.lane = lane;
        this.perSecond = perSecond;
        this.total = Math.round(perSecond * (lasting.toMillis() / 1000.0));
    }

    void start() {
        ticking = lane.every(TICK, this::tick);
    }

    void stop() {
        ticking.cancel(false);
    }

    /** As many changes as the time since the start asks for, so that a late tick loses none. */
    private void tick() {
        long due = Math.min(total, (System.nanoTime() - startedAt) * perSecond / 1_000_000_000L);
        List<Dialog> live = dialogs.get();
        while (done < due) {
            if (!live.isEmpty()) {
                Dialog dialog = live.get((int) (done % live.size()));
                Call call = dialog.call();
                call.variables().put("callVariable1", call.burst().next(Instant.now()));
                publisher.changedFor(dialog, "");
            }
            done++;
        }
        if (done >= total) {
            stop();
        }
    }
}
