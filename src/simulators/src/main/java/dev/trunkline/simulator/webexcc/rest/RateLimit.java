package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.Counters;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * So many requests a minute for each client id, whosever they are (sheet 7). A window begins with the first request after the one before.
 * What was refused does not count against it. On the lane.
 */
final class RateLimit {
    private final ApiSettings settings;
    private final Counters counters;
    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {
        private final long from = System.nanoTime();
        private int used;
    }

    RateLimit(ApiSettings settings, Counters counters) {
        this.settings = settings;
        this.counters = counters;
    }

    /** Counts one request of a client. @return if it was one too many, the seconds to wait */
    OptionalLong take(String clientId) {
        if (settings.rate() == 0) {
            return OptionalLong.empty();
        }
        Window window = window(clientId);
        if (window.used >= settings.rate()) {
            Duration left = settings.rateWindow().minusNanos(System.nanoTime() - window.from);
            return OptionalLong.of(Math.max(1, left.plusMillis(999).toSeconds()));
        }
        window.used++;
        counters.count("within the rate");
        return OptionalLong.empty();
    }

    /** How much of its quota a client uses can only be said of windows that are over. */
    private Window window(String clientId) {
        Window window = windows.get(clientId);
        if (window == null
                || System.nanoTime() - window.from >= settings.rateWindow().toNanos()) {
            counters.count("windows of the rate");
            if (window != null) {
                counters.count("complete windows of the rate");
                counters.count("within complete windows of the rate", window.used);
            }
            window = new Window();
            windows.put(clientId, window);
        }
        return window;
    }

    void clear() {
        windows.clear();
    }
}
