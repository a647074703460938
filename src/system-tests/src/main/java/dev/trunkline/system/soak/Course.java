package dev.trunkline.system.soak;

import dev.trunkline.system.load.Controls;
import dev.trunkline.system.load.Frame;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What happens, in its order. */
final class Course {
    private static final int AT_ONCE = 10;
    private static final double SIGN_IN_SECONDS = 40;
    private static final int SIGN_IN_TRIES = 5;
    private static final double ENOUGH = 0.95;
    private static final int REPORT_SECONDS = 5;
    private static final double REST_SECONDS = 120;
    private static final double AFTER_A_KILL = 12;
    /** What a machine that cannot carry the rate is given after that, of what it could: with room for the kills. */
    private static final double EASIER = 0.6;

    private static final double LONGEST_BEHIND = 60;
    private static final int WARMING_STEPS = 4;

    private final Run run;
    private final Scale scale;
    private final Cuts cuts;
    private final Kills kills;
    private volatile String phase = "";
    private long reported;
    /** Changes a second that this machine carries, as far as they are asked for. */
    private int carried;

    Course(Run run) {
        this.run = run;
        this.scale = run.scale();
        this.cuts = new Cuts(run);
        this.kills = new Kills(run);
    }

    void run() {
        open();
        run.clock().scheduleAtFixedRate(this::report, REPORT_SECONDS, REPORT_SECONDS, TimeUnit.SECONDS);
        run.dialling().keep(scale.dialsForTheLongCut());
        run.dialling().start();
        run.dialling().pause(false);
        cuts.cutClients();
        phase("the first calls");
        Pause.until(30, this::someTalkOnEach);
        phase("warming up");
        warmUp();
        slow();
        phase(scale.fastRate() + " events/s, then two who do not read");
        fast();
        for (int i = 0; i < scale.kills(); i++) {
            kill(i);
        }
        phase("a long cut");
        run.dialling().keep(0);
        Pause.until(30, () -> run.dialling().live().talking().size() >= scale.dialsForTheLongCut() / 2);
        run.dialling().pause(true);
        new LongCut(run, cuts).cut(scale.longCutSeconds());
        run.dialling().pause(false);
        rest();
    }

    /** In steps, each abreast before the next: as agents come to work, not all in one second. */
    private void warmUp() {
        double each = (double) scale.warmUpSeconds() / WARMING_STEPS;
        for (int step = 1; step <= WARMING_STEPS; step++) {
            run.burst(scale.fastRate() * step / WARMING_STEPS, each);
            Pause.seconds(each);
            awaitAbreast();
        }
    }

    private boolean someTalkOnEach() {
        Shares<Long> talking = run.dialling().live().talking(run.centres());
        return talking.all(count -> count * run.centres().size() >= AT_ONCE);
    }

    private void fast() {
        Frozen frozen = new Frozen(run, cuts);
        double reached = measureRate(scale.fastRate(), () -> frozen.freeze(scale.frozenSeconds()));
        carried = reached >= scale.fastRate() * ENOUGH ? scale.fastRate() : (int) Math.round(reached * EASIER);
        run.verdict().told("changes/s while it is killed", carried);
        frozen.thaw();
        awaitAbreast();
    }

    /** Who is far behind would lose more by a kill than what was on its way: that is another question than those asked here. */
    private void awaitAbreast() {
        Pause.until(LONGEST_BEHIND, run.meter()::isAbreast);
    }

    private void phase(String name) {
        phase = name;
        Console.say("-- %s", name);
    }

    private void report() {
        long now = run.meter().events();
        Console.say(
                "%s: %d dials begun, %d calls live, %d events/s, %d client cuts, %d stream cuts, %d kills",
                phase,
                run.dialling().begunSoFar(),
                run.dialling().live().count(),
                (now - reported) / REPORT_SECONDS,
                cuts.clients(),
                cuts.streams(),
                kills.count());
        reported = now;
    }

    private void open() {
        Console.say(
                "starting the simulated platforms and the gateway (logs in %s)",
                run.house().installation().data());
        run.house().startSimulators();
        run.house().startGateway();
        Console.say("both are up; %d agents sign in", scale.agents());
        long from = System.nanoTime();
        run.seats().forEach(Seat::listen);
        Pause.until(30, () -> run.seats().stream().allMatch(Seat::listens));
        Set<Seat> missing = new HashSet<>(run.seats());
        int again = -run.seats().size();
        for (int i = 0; i < SIGN_IN_TRIES && !missing.isEmpty(); i++) {
            again += missing.size();
            missing.forEach(this::signIn);
            missing.removeAll(Links.await(missing, SIGN_IN_SECONDS).keySet());
        }
        double took = (System.nanoTime() - from) / 1e9;
        int up = scale.agents() - missing.size();
        Console.say("%d of %d agents are signed in after %.1f s", up, scale.agents(), took);
        run.verdict().equal("agents signed in, one WebSocket each", scale.agents(), up);
        run.verdict().told("of them on", Shares.of(run.centres(), centre -> run.seatsAt(centre)
                .size()));
        run.verdict().told("sign-ins that had to be asked for again", again);
        run.verdict().told("signing them in", String.format(Locale.ROOT, "%.1f s", took));
    }

    private void signIn(Seat seat) {
        String login = seat.message("Agent", "Login", "");
        try {
            String answer = seat.client().post(login).join().body();
            String command = Controls.json(answer).at("/message/commandId").asText();
            if (!command.isEmpty()) { // asked for again, it may be refused while the first one is still under way
                run.commands().accepted(command, seat.name(), "Login", Frame.nowMicros());
            }
        } catch (CompletionException lost) {
            Console.say("%s cannot sign in: %s", seat.name(), lost.getMessage());
        }
    }

    private void slow() {
        phase(scale.slowRate() + " events/s");
        int count = scale.streamCuts() / 2;
        double each = (double) scale.slowSeconds() / (count + 1);
        Latency latency = new Latency(Set.of());
        Shares<Latency> latencies = Shares.of(run.centres(), centre -> new Latency(Set.of()));
        Meter.Measure both = (seat, micros) -> {
            latency.add(seat, micros);
            latencies.of(seat.centre()).add(seat, micros);
        };
        measureRate(scale.slowRate(), () -> {
            run.burst(scale.slowRate(), each);
            Pause.seconds(1);
            run.meter().measure(both);
            Pause.seconds(each - 1);
            run.meter().rest();
        });
        run.verdict().told("latency at " + scale.slowRate() + "/s", latency);
        run.centres().forEach(centre -> run.verdict()
                .told("latency at " + scale.slowRate() + "/s, " + centre, latencies.of(centre)));
        for (int i = 0; i < count; i++) {
            run.burst(scale.slowRate(), each);
            Pause.seconds(run.fates().seconds(0, Math.max(0.1, each - 5)));
            cuts.cutStream();
        }
    }

    /** What was heard, of what the platform made. */
    private double measureRate(int wanted, Runnable work) {
        Rate rate = new Rate(run.meter(), run.clock());
        work.run();
        double reached = rate.median();
        run.verdict()
                .aim(
                        "events/s at " + wanted,
                        ">= " + Math.round(wanted * ENOUGH),
                        Math.round(reached),
                        reached >= wanted * ENOUGH);
        return reached;
    }

    private void kill(int index) {
        phase("kill " + (index + 1) + " of " + scale.kills());
        run.burst(carried, 20);
        int count = scale.streamCuts() - scale.streamCuts() / 2;
        for (int i = index; i < count; i += scale.kills()) {
            cuts.cutStream();
        }
        Pause.seconds(run.fates().seconds(2, 6));
        awaitAbreast();
        kills.kill();
        run.burst(scale.slowRate(), AFTER_A_KILL);
        Pause.seconds(AFTER_A_KILL);
    }

    /** The last dials and cuts, and then until all is over. */
    private void rest() {
        phase("the rest");
        cuts.finish();
        Pause.until(
                REST_SECONDS, () -> run.dialling().allOver() && run.dialling().repeatsDue() == 0);
        run.dialling().lastCall();
        Pause.until(10, () -> run.dialling().allOver());
        run.verdict().equal("forced client cuts", scale.clientCuts(), cuts.clients());
        run.verdict().equal("stream cuts", scale.streamCuts(), cuts.streams());
        run.verdict().told("slowest return of all links after one", cuts.slowestReturns());
        run.verdict().equal("kills", scale.kills(), kills.count());
        run.verdict().told("seconds until ready + until all attached", kills);
        phase("checking the books");
    }
}
