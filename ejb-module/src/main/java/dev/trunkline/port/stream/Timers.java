package dev.trunkline.port.stream;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

/** What one stream has asked the clock for; stopped all together, from any thread. */
public final class Timers {
    private final ScheduledExecutorService clock;
    private final List<Future<?>> running = new ArrayList<>();
    private boolean closed;

    public Timers(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    public synchronized void once(Duration delay, Runnable task) {
        if (!closed) {
            running.removeIf(Future::isDone);
            running.add(clock.schedule(task, delay.toMillis(), MILLISECONDS));
        }
    }

    /** Never, if the pause is none. */
    public synchronized void again(Duration pause, Runnable task) {
        if (!closed && !pause.isZero()) {
            running.add(clock.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), MILLISECONDS));
        }
    }

    public synchronized void stop() {
        running.forEach(timer -> timer.cancel(false));
        running.clear();
    }

    public synchronized void close() {
        stop();
        closed = true;
    }
}
