package dev.trunkline.system.soak;

import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.Frame;
import dev.trunkline.system.load.Workforce.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** All that belongs to one run: who takes part, and the books. */
final class Run {
    private static final int CLOCK_THREADS = 4;

    private final Scale scale;
    private final House house;
    private final Fates fates;
    private final Outages outages = new Outages();
    private final CommandBook commands = new CommandBook();
    private final Meter meter = new Meter();
    private final Verdict verdict = new Verdict();
    private final List<Seat> seats = new ArrayList<>();
    private final ScheduledExecutorService clock = newClock();
    private final Dialling dialling;

    Run(Scale scale, long seed, House house) {
        this.scale = scale;
        this.house = house;
        this.fates = new Fates(seed, scale);
        house.agents().workers().forEach(worker -> seats.add(seat(worker)));
        this.dialling = new Dialling(fates.dials(), "soak-" + seed, seats, commands, clock, scale.dialsPerSecond());
    }

    private static ScheduledExecutorService newClock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(CLOCK_THREADS, task -> {
            Thread thread = new Thread(task, "soak clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private Seat seat(Worker worker) {
        AgentClient client = new AgentClient(
                house.http(),
                house.installation().url(),
                worker.name(),
                house.issuer().token(worker.name(), "agent"));
        Centre centre = centres().stream()
                .filter(one -> one.platform().vendor() == worker.vendor())
                .findFirst()
                .orElseThrow();
        return new Seat(client, centre, this::heard, clock);
    }

    private void heard(Seat seat, Heard heard, Frame frame, boolean freshChange) {
        meter.heard(seat, heard, freshChange);
        dialling.heard(seat, heard, frame);
    }

    Scale scale() {
        return scale;
    }

    House house() {
        return house;
    }

    List<Centre> centres() {
        return house.centres();
    }

    List<Seat> seatsAt(Centre centre) {
        return seats.stream().filter(seat -> seat.centre() == centre).toList();
    }

    Fates fates() {
        return fates;
    }

    Outages outages() {
        return outages;
    }

    CommandBook commands() {
        return commands;
    }

    Meter meter() {
        return meter;
    }

    Verdict verdict() {
        return verdict;
    }

    List<Seat> seats() {
        return seats;
    }

    ScheduledExecutorService clock() {
        return clock;
    }

    Dialling dialling() {
        return dialling;
    }

    /** So many changes a second, by all platforms together and the same by each, of the calls that go on. */
    void burst(int perSecond, double seconds) {
        int count = centres().size();
        for (int i = 0; i < count; i++) {
            int share = perSecond * (i + 1) / count - perSecond * i / count;
            centres()
                    .get(i)
                    .controls()
                    .fault("{\"kind\":\"change-burst\",\"perSecond\":" + share + ",\"seconds\":" + seconds + "}");
        }
    }

    void burstOf(Seat seat, int perSecond, double seconds) {
        seat.centre()
                .controls()
                .fault("{\"kind\":\"change-burst\",\"perSecond\":" + perSecond + ",\"seconds\":" + seconds
                        + ",\"agent\":\"" + seat.name() + "\"}");
    }
}
