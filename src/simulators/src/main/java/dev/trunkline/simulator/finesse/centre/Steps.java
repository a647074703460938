package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Lane;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;

/** What happens to each call next by itself; a call has at most one such step before it. On the lane. */
final class Steps {
    private final Lane lane;
    private final Map<Call, ScheduledFuture<?>> next = new HashMap<>();

    Steps(Lane lane) {
        this.lane = lane;
    }

    void next(Call call, Duration delay, Runnable step) {
        cancel(call);
        next.put(call, lane.after(delay, step));
    }

    void cancel(Call call) {
        ScheduledFuture<?> step = next.remove(call);
        if (step != null) {
            step.cancel(false);
        }
    }
}
