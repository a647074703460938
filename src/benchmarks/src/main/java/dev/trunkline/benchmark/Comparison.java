package dev.trunkline.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The comparators, pushing the same frames to as many sessions with the same client. They store nothing. */
final class Comparison {
    private static final int SESSIONS = Pushing.AGENTS * Pushing.EACH;
    private static final int SLOW = 80;
    private static final int FAST = 800;
    /** For each session, when it goes as fast as it can. */
    private static final int UNDER_WAY = 16;

    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final double OF_THE_RELAY = 0.7;

    private final Settings settings;
    private final Report report;
    private final Rival.Shape shape;

    /** @param frame of Trunkline */
    Comparison(Settings settings, Report report, byte[] frame) {
        this.settings = settings;
        this.report = report;
        if (frame.length == 0) {
            throw new BenchmarkException("no frame of Trunkline's to push: the gateway was not measured");
        }
        this.shape = new Rival.Shape(SESSIONS, frame);
        report.say("the comparators push frames of " + frame.length + " bytes");
    }

    /** @param ours out of the log, if it was measured */
    void measure(Optional<Observed> ours) {
        Observed cometd = measure("CometD 8 on Jetty 12", Rival::cometd);
        Observed relay = measure("bare Netty relay", Rival::relay);
        ours.ifPresent(log -> tell(log, cometd, relay));
    }

    private Observed measure(String name, BiFunction<Path, Rival.Shape, Rival> start) {
        Path log = settings.target().resolve(name.replaceAll("\\W+", "-") + ".log");
        try (Rival rival = start.apply(log, shape)) {
            report.say(name + " is up with " + SESSIONS + " sessions");
            rival.feed().flatOut(UNDER_WAY, WARM_UP, rival.audience()::heard);
            Await.passing(WARM_UP.dividedBy(WARM_UP.toSeconds()));
            at(name, rival, SLOW);
            at(name, rival, FAST);
            Observed flat = rival.watch()
                    .during(() -> rival.feed().flatOut(UNDER_WAY, settings.each(), rival.audience()::heard));
            report.say(flat.load());
            report.add(Figure.told(name + ", as fast as it goes, " + SESSIONS + " sessions", flatOut(flat)));
            return flat;
        }
    }

    private void at(String name, Rival rival, int perSecond) {
        Observed seen = rival.watch().at(perSecond, settings.each(), rival.feed());
        report.say(seen.load());
        report.add(Figure.told(
                name + ", feed to WebSocket frame, " + SESSIONS + " sessions, " + perSecond + "/s", seen.latency()));
    }

    private static String flatOut(Observed seen) {
        return String.format(
                Locale.ROOT, "%.0f frames/s, %.0f for a processor second", seen.perSecond(), seen.perCpuSecond());
    }

    private void tell(Observed log, Observed cometd, Observed relay) {
        double toCometd = log.perCpuSecond() / cometd.perCpuSecond();
        double toRelay = log.perCpuSecond() / relay.perCpuSecond();
        report.add(Figure.aimed(
                "Trunkline, log to WebSocket as fast as it goes, " + SESSIONS + " sessions, against CometD",
                flatOut(log) + String.format(Locale.ROOT, "; ratio %.2f", toCometd),
                "CometD's for a processor second",
                toCometd >= 1));
        report.add(Figure.aimed(
                "the same against the relay",
                String.format(Locale.ROOT, "ratio %.2f", toRelay),
                String.format(Locale.ROOT, "%.1f of the relay's", OF_THE_RELAY),
                toRelay >= OF_THE_RELAY));
    }
}
