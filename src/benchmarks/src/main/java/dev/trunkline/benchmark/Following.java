package dev.trunkline.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long it takes from a change on the platform to the frame at the client, and whether that depends on how many are at work. */
final class Following {
    private static final int SLOW = 80;
    private static final int FAST = 800;
    private static final double SLOW_AIM = 10;
    private static final double FAST_AIM = 50;

    private final Stage stage;
    private final Settings settings;
    private final Report report;
    private final String where;
    private final Map<Integer, Observed> slow = new TreeMap<>();
    private final Map<Integer, Observed> fast = new TreeMap<>();

    /** @param where what sets these lines apart */
    Following(Stage stage, Settings settings, Report report, String where) {
        this.stage = stage;
        this.settings = settings;
        this.report = report;
        this.where = where;
    }

    /** With so many agents at work, each with a WebSocket. @return what was seen at the higher rate */
    Observed measure(int sessions) {
        stage.work(sessions);
        slow.put(sessions, aimed(sessions, SLOW, SLOW_AIM));
        try (Profiling profiling = Profiling.of(settings, stage, "events-" + sessions)) {
            report.say(profiling.where());
            fast.put(sessions, aimed(sessions, FAST, FAST_AIM));
        }
        stage.mustBeWhole();
        return fast.get(sessions);
    }

    private Observed aimed(int sessions, int perSecond, double aim) {
        Observed seen = stage.watch().at(perSecond, settings.each(), stage.changes());
        report.say(seen.load());
        report.add(Figure.aimed(
                event() + " to WebSocket frame, " + sessions + " sessions, " + perSecond + "/s" + where,
                seen.latency(),
                String.format(Locale.ROOT, "p99 <= %.0f ms", aim),
                seen.complete() && seen.latencies().millis(99) <= aim));
        return seen;
    }

    /** What more sessions change. */
    void compare() {
        if (fast.size() > 1) {
            List<Integer> sessions = List.copyOf(fast.keySet());
            int most = sessions.get(sessions.size() - 1);
            report.add(Figure.told(
                    event() + ", p99 at " + FAST + "/s with " + most + " sessions over that with " + sessions.get(0),
                    String.format(
                            Locale.ROOT,
                            "ratio %.2f; processor time of the gateway for an event: ratio %.2f",
                            fast.get(most).latencies().millis(99)
                                    / fast.get(sessions.get(0)).latencies().millis(99),
                            fast.get(sessions.get(0)).perCpuSecond()
                                    / fast.get(most).perCpuSecond())));
        }
    }

    /** What differs from another platform where as many were at work. */
    void beside(Following other) {
        slow.keySet().stream()
                .filter(other.slow::containsKey)
                .findFirst()
                .ifPresent(sessions -> report.add(Figure.told(
                        event() + " to WebSocket frame over " + other.event() + "'s, " + sessions + " sessions",
                        SLOW + "/s: " + ratio(slow.get(sessions), other.slow.get(sessions)) + "; " + FAST + "/s: "
                                + ratio(fast.get(sessions), other.fast.get(sessions)))));
    }

    private static String ratio(Observed one, Observed other) {
        return String.format(
                Locale.ROOT,
                "p50 ratio %.2f, p99 ratio %.2f, processor time of the gateway for an event %.2f",
                one.latencies().millis(50) / other.latencies().millis(50),
                one.latencies().millis(99) / other.latencies().millis(99),
                other.perCpuSecond() / one.perCpuSecond());
    }

    private String event() {
        return stage.platform().channel() + " event";
    }
}
