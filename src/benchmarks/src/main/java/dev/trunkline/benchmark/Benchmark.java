package dev.trunkline.benchmark;

import dev.trunkline.benchmark.platform.Platform;
import dev.trunkline.system.GatewayDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures, part by part, and prints one table. A part that cannot be measured is a line of it, and makes the program fail at its end. */
public final class Benchmark {
    private static final Logger LOG = Logger.getLogger(Benchmark.class.getName());
    private static final int FEW = Pushing.AGENTS;
    private static final int SOME = 500;
    private static final int MANY = Stage.MOST;
    /** More and more, so that what is not compiled yet is not left behind. */
    private static final List<Integer> WARM_UP_RATES = List.of(50, 200, 400, 800);

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int DIALLING_TIMES = 3;

    private static final GatewayDatabase H2 = GatewayDatabase.named(GatewayDatabase.EMBEDDED, Path.of("."));

    private final Settings settings;
    private final Report report;
    private final List<Following> followings = new ArrayList<>();
    private Optional<Observed> outOfTheLog = Optional.empty();
    private byte[] frame = {};

    private Benchmark(Settings settings) {
        this.settings = settings;
        this.report = new Report(settings);
    }

    /** @param words {@code root=DIR only=PART,PART platforms=VENDOR,VENDOR sessions=N seconds=N profile=BOOLEAN} */
    public static void main(String[] words) {
        Benchmark benchmark = new Benchmark(Settings.of(List.of(words)));
        boolean whole = benchmark.run();
        Runtime.getRuntime().exit(whole ? 0 : 1);
    }

    private boolean run() {
        if (!settings.only().equals(Set.of("postgresql"))) {
            settings.platforms().forEach(platform -> part(platform.vendor(), () -> gateway(platform)));
            wanted("events", this::beside);
        }
        wanted("comparators", () -> new Comparison(settings, report, frame).measure(outOfTheLog));
        wanted("postgresql", this::postgresql);
        report.print();
        return !report.failed();
    }

    private void part(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Part " + name, failed);
            report.add(Figure.failed(name, String.valueOf(failed.getMessage())));
        }
    }

    private void wanted(String name, Runnable work) {
        if (settings.wants(name)) {
            part(name, work);
        }
    }

    private void gateway(Platform platform) {
        report.say("simulated " + platform.channel() + " and gateway start");
        try (Stage stage = Stage.open(settings, platform, platform.vendor(), Map.of())) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "end of the stage"));
            boolean usual = platform == settings.usual();
            if (usual) {
                report.add(Figure.told(
                        "gateway from start to ready, empty database",
                        String.format(Locale.ROOT, "%.1f s", stage.startSeconds())));
            }
            work(stage, usual);
        }
    }

    /** @param usual whether that is measured too that does not depend on the platform */
    private void work(Stage stage, boolean usual) {
        warmUp(stage);
        Costs costs = new Costs(stage, settings, report);
        Following following = new Following(stage, settings, report, "");
        followings.add(following);
        agents(() -> costs.measure(FEW));
        wanted("events", () -> few(stage, following, usual));
        if (usual) {
            frame = stage.audience().sample();
            wanted("push", () -> outOfTheLog = Optional.of(new Pushing(stage, settings, report).outOfTheLog()));
        }
        wanted("dial", () -> dial(stage));
        more(SOME, costs, following);
        if (usual) {
            wanted("ramp", () -> {
                stage.work(Math.min(SOME, settings.sessions()));
                Ramp.measure(stage, settings, report);
            });
        }
        if (usual || stage.platform().withMost()) {
            more(MANY, costs, following);
        }
        wanted("events", following::compare);
        agents(costs::tell);
    }

    private void more(int sessions, Costs costs, Following following) {
        if (sessions <= settings.sessions()) {
            agents(() -> costs.measure(sessions));
            wanted("events", () -> following.measure(sessions));
        }
    }

    /** With events, too: they are at work then. */
    private void agents(Runnable work) {
        if (settings.wants("agents", "events")) {
            part("agents", work);
        }
    }

    private void dial(Stage stage) {
        try (Dialling dialling = new Dialling(stage)) {
            dialling.measure(report, settings.each().multipliedBy(DIALLING_TIMES));
        }
    }

    private void beside() {
        followings.stream().skip(1).forEach(following -> following.beside(followings.get(0)));
    }

    private void warmUp(Stage stage) {
        report.say(FEW + " agents come to work, and it warms up");
        stage.work(FEW);
        for (int rate : WARM_UP_RATES) {
            Observed seen = stage.watch().at(rate, WARM_UP, stage.changes());
            report.say("warming up at " + rate + "/s: " + seen.latency() + "; " + seen.load());
        }
    }

    private void few(Stage stage, Following following, boolean usual) {
        Observed alone =
                stored("H2", stage, new LogSize(H2, stage.installation().data()), following);
        if (usual) {
            new Pushing(stage, settings, report).live(alone);
        }
    }

    /** What is seen with few agents, and how the database grows meanwhile. */
    private Observed stored(String database, Stage stage, LogSize size, Following following) {
        long events = stage.audience().heard();
        long bytes = size.bytes();
        Observed seen = following.measure(FEW);
        report.add(Figure.told(
                database + ", for each " + stage.platform().channel() + " event",
                String.format(
                        Locale.ROOT,
                        "%.1f kB (a frame has %.1f)",
                        (size.bytes() - bytes) / 1e3 / (stage.audience().heard() - events),
                        stage.audience().sample().length / 1e3)));
        return seen;
    }

    private void postgresql() {
        report.say("the same on PostgreSQL");
        try (GatewayDatabase database = GatewayDatabase.named(GatewayDatabase.POSTGRESQL, settings.root());
                Stage stage = Stage.open(settings, settings.usual(), "postgresql", database.settings())) {
            warmUp(stage);
            stored(
                    "PostgreSQL",
                    stage,
                    new LogSize(database, stage.installation().data()),
                    new Following(stage, settings, report, ", PostgreSQL"));
        }
    }
}
