package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.Counters;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * So many requests a minute for each token, and for each user through one client (sheet 7). A window begins with the first request after the
 * one before. What was refused does not count against it. On the lane.
 */
final class RateLimit {
    private final ApiSettings settings;
    private final Counters counters;
    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {
        private final long from = System.nanoTime();
        private int used;
    }

    /** Where one stands. @param reset seconds to the end of the window */
    record Standing(int used, int allowed, long reset, boolean over) {}

    RateLimit(ApiSettings settings, Counters counters) {
        this.settings = settings;
        this.counters = counters;
    }

    /** Counts one request of a token; over if it was one too many. */
    Standing take(String token, String userAndClient) {
        Window ofUser = window("user " + userAndClient);
        Window ofToken = window("token " + token);
        boolean over = ofToken.used >= settings.tokenRate() || ofUser.used >= settings.userRate();
        if (!over) {
            ofToken.used++;
            ofUser.used++;
            counters.count("within the rate");
        }
        boolean userIsTight = settings.userRate() - ofUser.used < settings.tokenRate() - ofToken.used;
        Window tight = userIsTight ? ofUser : ofToken;
        int allowed = userIsTight ? settings.userRate() : settings.tokenRate();
        return new Standing(tight.used, allowed, left(tight), over);
    }

    private Window window(String key) {
        Window window = windows.get(key);
        if (window == null
                || System.nanoTime() - window.from >= settings.rateWindow().toNanos()) {
            if (key.startsWith("token")) {
                counters.count("windows of the rate");
                completed(Optional.ofNullable(window));
            }
            window = new Window();
            windows.put(key, window);
        }
        return window;
    }

    /** How much of its quota a client uses can only be said of windows that are over. */
    private void completed(Optional<Window> before) {
        before.ifPresent(window -> {
            counters.count("complete windows of the rate");
            counters.count("within complete windows of the rate", window.used);
        });
    }

    private long left(Window window) {
        Duration left = settings.rateWindow().minusNanos(System.nanoTime() - window.from);
        return Math.max(1, left.plusMillis(999).toSeconds());
    }

    void clear() {
        windows.clear();
    }
}
