package dev.trunkline.simulator.toy;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Surroundings;
import dev.trunkline.simulator.WebServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The simulated toy: one port, by https and http. */
final class Toy implements Platform {
    static final String NAME = "toy";
    private static final Duration USUALLY = Duration.ofSeconds(3);
    private static final Set<String> LASTING = Set.of("refuse-stream", "duplicate-events", "reorder-events");
    private static final Set<String> COUNTED = Set.of("slow", "error", "lose-answer");

    private final Lane lane = new Lane(NAME);
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();
    private final Streams streams = new Streams(lane, faults);
    private final Switchboard switchboard;
    private final WebServer server;

    Toy(Surroundings around) {
        ToySettings settings = ToySettings.from(around.options());
        switchboard = new Switchboard(around.people(), settings, lane, streams);
        Api api = new Api(around.people(), settings, lane, switchboard, streams, faults, counters);
        server = WebServer.secure("toy", settings.port(), around.identity(), api);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void reset() {
        faults.clear();
        counters.clear();
        lane.ask(() -> {
            switchboard.reset();
            return NAME;
        });
    }

    @Override
    public List<BookEntry> books() {
        return lane.ask(switchboard::books);
    }

    @Override
    public void inject(Fault fault) {
        if (fault.kind().equals("cut-stream")) {
            lane.run(() -> streams.cut(fault.agent(), fault.duration(USUALLY)));
        } else if (LASTING.contains(fault.kind())) {
            faults.addFor(fault, USUALLY);
        } else if (COUNTED.contains(fault.kind())) {
            faults.addTimes(fault);
        } else {
            throw new RefusedException(400, "The toy has no fault " + fault.kind());
        }
    }

    @Override
    public void farEnd(String callId, String action) {
        lane.ask(() -> {
            switchboard.farEnd(callId, action);
            return callId;
        });
    }

    @Override
    public Map<String, Object> description() {
        return Map.of("name", NAME, "addresses", Map.of("api", "https://localhost:" + server.port()));
    }

    @Override
    public List<SessionEntry> sessions() {
        return lane.ask(streams::sessions);
    }

    @Override
    public Map<String, Long> requests() {
        return counters.all();
    }

    @Override
    public void close() {
        server.close();
        lane.close();
    }
}
