package dev.trunkline.benchmark;

import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.system.load.AgentClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the way out alone costs, with several listeners for each agent: live, where each event is stored once and pushed to all of them; and
 * out of the log, where nothing is stored and it goes as fast as it can.
 */
final class Pushing {
    static final int AGENTS = 100;
    /** Listeners of each agent. */
    static final int EACH = 5;

    private static final int CHANGES = 800;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Stage stage;
    private final Settings settings;
    private final Report report;

    Pushing(Stage stage, Settings settings, Report report) {
        this.stage = stage;
        this.settings = settings;
        this.report = report;
    }

    /** @param alone the same changes with one listener for each agent */
    void live(Observed alone) {
        List<Connection> more = listeners(EACH - 1);
        try {
            Observed seen = stage.watch().at(CHANGES * EACH, settings.each(), (rate, lasting) -> stage.changes()
                    .begin(rate / EACH, lasting));
            report.say(seen.load());
            double push = (seen.cpu() / seen.frames() * EACH - alone.cpu() / alone.frames()) / (EACH - 1);
            report.add(Figure.told(
                    "Trunkline, live: " + CHANGES + " events/s, each stored and pushed to " + EACH + " of "
                            + AGENTS * EACH + " sessions",
                    String.format(
                            Locale.ROOT,
                            "%s; %.0f frames for a processor second, storing included%s",
                            seen.latency(),
                            seen.perCpuSecond(),
                            alone(push))));
        } finally {
            more.forEach(Connection::close);
        }
    }

    /** On a machine that does other things the difference may be none. */
    private static String alone(double push) {
        return push <= 0
                ? ""
                : String.format(
                        Locale.ROOT, "; %.0f for the frames alone (by the difference to one listener)", 1 / push);
    }

    /** @return the second of two rounds: the first one warms up, and tells how many frames there are */
    Observed outOfTheLog() {
        awaitQuiet();
        long all = round(Long.MAX_VALUE).frames();
        report.say(all + " frames come out of the log");
        try (Profiling profiling = Profiling.of(settings, stage, "log-to-websocket")) {
            report.say(profiling.where());
            Observed seen = round(all);
            report.say(seen.load());
            return seen;
        }
    }

    private Observed round(long frames) {
        String all = AgentClient.message(stage.platform().channel(), "Agent", "Register", "{\"afterSeq\":0}");
        List<Connection> lines = listeners(EACH);
        try {
            return stage.watch().during(() -> {
                long before = stage.audience().heard();
                lines.forEach(line -> line.say(all));
                awaitAll(before, frames);
            });
        } finally {
            lines.forEach(Connection::close);
        }
    }

    /** What still comes live would count as coming out of the log. */
    private void awaitQuiet() {
        long[] last = {-1, System.nanoTime()};
        Await.until("quiet", LONGEST, () -> quiet(last, stage.audience().heard()));
    }

    private static boolean quiet(long[] last, long now) {
        if (now != last[0]) {
            last[0] = now;
            last[1] = System.nanoTime();
        }
        return System.nanoTime() - last[1] > QUIET.toNanos();
    }

    private void awaitAll(long before, long frames) {
        long[] last = {-1, System.nanoTime()};
        Await.until("all frames of the log", LONGEST, () -> {
            long now = stage.audience().heard() - before;
            boolean quiet = quiet(last, now);
            return now >= frames || frames == Long.MAX_VALUE && quiet;
        });
    }

    private List<Connection> listeners(int ofEach) {
        List<Seat> listening = stage.work(AGENTS).subList(0, AGENTS);
        return new ArrayList<>(Stage.atOnce(
                Stream.generate(() -> listening)
                        .limit(ofEach)
                        .flatMap(List::stream)
                        .toList(),
                stage::listen));
    }
}
