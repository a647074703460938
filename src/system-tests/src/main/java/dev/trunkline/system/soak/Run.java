package dev.trunkline.system.soak;

import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.Controls;
import dev.trunkline.system.load.Frame;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** All that belongs to one run: who takes part, and the books. */
final class Run {
    private static final int CLOCK_THREADS = 4;

    private final Scale scale;
    private final House house;
    private final Controls controls;
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
        HttpClient http = AgentClient.http();
        this.controls = new Controls(http, house.installation().controlUrl(), "finesse");
        house.agents().names().forEach(name -> seats.add(seat(http, name)));
        this.dialling =
                new Dialling(fates.dials(), "soak-" + seed, seats, controls, commands, clock, scale.dialsPerSecond());
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

    private Seat seat(HttpClient http, String name) {
        AgentClient client = new AgentClient(
                http, house.installation().url(), name, house.issuer().token(name, "agent"));
        return new Seat(client, this::heard, clock);
    }

    private void heard(Seat seat, Heard heard, Frame frame, boolean freshChange) {
        meter.heard(seat.name(), heard, freshChange);
        dialling.heard(seat, heard, frame);
    }

    Scale scale() {
        return scale;
    }

    House house() {
        return house;
    }

    Controls controls() {
        return controls;
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

    /** So many changes a second, by the platform, of the calls that go on. */
    void burst(int perSecond, double seconds) {
        controls.fault("{\"kind\":\"change-burst\",\"perSecond\":" + perSecond + ",\"seconds\":" + seconds + "}");
    }

    void burstOf(Seat seat, int perSecond, double seconds) {
        controls.fault("{\"kind\":\"change-burst\",\"perSecond\":" + perSecond + ",\"seconds\":" + seconds
                + ",\"agent\":\"" + seat.name() + "\"}");
    }
}
