package dev.trunkline.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;

/** What happens to each call next by itself; a call has at most one such step before it. On the lane. @param <C> the platform's calls */
public final class Steps<C> {
    private final Lane lane;
    private final Map<C, ScheduledFuture<?>> next = new HashMap<>();

    public Steps(Lane lane) {
        this.lane = lane;
    }

    public void next(C call, Duration delay, Runnable step) {
        cancel(call);
        next.put(call, lane.after(delay, step));
    }

    public void cancel(C call) {
        ScheduledFuture<?> step = next.remove(call);
        if (step != null) {
            step.cancel(false);
        }
    }
}
