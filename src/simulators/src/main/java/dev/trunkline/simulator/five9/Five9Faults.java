package dev.trunkline.simulator.five9;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Centre;
import dev.trunkline.simulator.five9.centre.Trouble;
import dev.trunkline.simulator.five9.login.Sessions;
import dev.trunkline.simulator.five9.stream.Sockets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which kinds of faults the simulated Five9 knows and what each does (sheet 9.3). */
final class Five9Faults {
    private static final Duration USUAL = Duration.ofSeconds(3);
    private static final int USUAL_RATE = 500;
    private static final int USUAL_CLOSE = 1003;
    private static final int UNKNOWN_EVENT = 9_999;
    private static final int STATISTICS = 5_000;
    private static final int BIG = 2 * 1024 * 1024;
    private static final String UNKNOWN_WORD = "SIMULATED_UNKNOWN";

    private final Map<String, Consumer<Fault>> kinds = new TreeMap<>();
    private final Faults faults;
    private final Centre centre;
    private final Trouble trouble;
    private final Sessions sessions;
    private final Sockets sockets;
    private final Lane lane;

    Five9Faults(Faults faults, Centre centre, Sessions sessions, Sockets sockets, Lane lane) {
        this.faults = faults;
        this.centre = centre;
        this.sessions = sessions;
        this.sockets = sockets;
        this.lane = lane;
        trouble = centre.trouble();
        for (String kind : List.of(
                "slow",
                "error-after",
                "rate-limit",
                "lose-answer",
                "swallow",
                "late-login",
                "late-events",
                "refuse-login")) {
            kinds.put(kind, faults::addTimes);
        }
        for (String kind : List.of("duplicate-events", "reorder-events", "refuse-stream", "null-ids")) {
            kinds.put(kind, fault -> faults.addFor(fault, USUAL));
        }
        kinds.put("error", this::error);
        kinds.put("silent-socket", fault -> sockets.silence(fault::concerns, fault.duration(USUAL)));
        kinds.put("half-open", fault -> sockets.freeze(fault::concerns, fault.duration(USUAL)));
        kinds.put("cut-stream", this::cut);
        kinds.put("close-stream", this::close);
        kinds.put("garbage", this::garbage);
        kinds.put("outcome", this::outcome);
        kinds.put("expire-auth", each(this::expire));
        kinds.put("migrate", fault -> trouble.migrate(fault::concerns, true, fault.duration(USUAL)));
        kinds.put("move", fault -> trouble.migrate(fault::concerns, false, fault.duration(USUAL)));
        kinds.put("notice", each((agent, fault) -> trouble.notice(agent, text(fault, "Unplanned maintenance"))));
        kinds.put("select-skills", each((agent, fault) -> trouble.selectSkills(agent)));
        kinds.put("relogin", each((agent, fault) -> trouble.askAgain(agent)));
        kinds.put("station-gone", each((agent, fault) -> trouble.loseStation(agent)));
        kinds.put("not-ready", each((agent, fault) -> trouble.notReady(agent)));
        kinds.put("logged-out", each(this::logOut));
        kinds.put("second-call", each((agent, fault) -> trouble.secondCall(agent)));
        kinds.put(
                "permission-gone",
                each((agent, fault) ->
                        trouble.takePermission(agent, text(fault, "CAN_MAKE_CALLS_TO_EXTERNAL"), lasting(fault))));
        kinds.put("campaign-stopped", fault -> trouble.stopCampaign(text(fault, "Outbound Sales"), lasting(fault)));
        kinds.put("unknown-event", each((agent, fault) -> trouble.tell(agent, UNKNOWN_EVENT, Map.of("id", "1"))));
        kinds.put(
                "unknown-state",
                each((agent, fault) -> trouble.tellAgain(agent, text(fault, UNKNOWN_WORD), "UPDATED")));
        kinds.put("unknown-reason", each((agent, fault) -> trouble.tellAgain(agent, "", text(fault, UNKNOWN_WORD))));
        kinds.put("odd-payload", each((agent, fault) -> trouble.oddPayloads(agent)));
        kinds.put("big-frame", each((agent, fault) -> trouble.tell(agent, STATISTICS, "x".repeat(BIG))));
        kinds.put("event", each(this::tell));
        kinds.put("change-burst", this::changeBurst);
    }

    private static String text(Fault fault, String usual) {
        return fault.text() == null ? usual : fault.text();
    }

    /** Null for good. */
    private static Duration lasting(Fault fault) {
        return fault.seconds() == null ? null : fault.duration(USUAL);
    }

    private Consumer<Fault> each(BiConsumer<Agent, Fault> what) {
        return fault -> centre.staff().all().stream()
                .filter(agent -> fault.concerns(agent.name()))
                .forEach(agent -> what.accept(agent, fault));
    }

    void inject(Fault fault) {
        Consumer<Fault> kind = kinds.get(fault.kind());
        if (kind == null) {
            throw new RefusedException(
                    400, "Five9 has no fault '" + fault.kind() + "'; it has " + kinds.keySet() + ".");
        }
        if (fault.onlyAgent()
                .filter(agent -> centre.staff().find(agent).isEmpty())
                .isPresent()) {
            throw new RefusedException(400, "There is no agent '" + fault.agent() + "'.");
        }
        if (fault.node() != null) {
            throw new RefusedException(400, "Five9 has no nodes here.");
        }
        lane.ask(() -> {
            kind.accept(fault);
            return true;
        });
    }

    /** So many commands, or for so long every request. */
    private void error(Fault fault) {
        if (fault.seconds() == null) {
            faults.addTimes(fault);
        } else {
            faults.addFor(fault.as("error-burst"), USUAL);
        }
    }

    /** Which cause event 65 gives for the next call of each. */
    private void outcome(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(
                    400, "outcome needs a cause, for example {\"kind\":\"outcome\",\"text\":\"Busy\"}.");
        }
        faults.addTimes(fault);
    }

    private void garbage(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(400, "garbage needs a text, for example {\"kind\":\"garbage\",\"text\":\"{\"}.");
        }
        sockets.sayAll(fault::concerns, fault.text());
    }

    /** Whoever is cut off stays out for as long as the fault says. */
    private void cut(Fault fault) {
        faults.addFor(fault.as("refuse-stream"), Duration.ZERO);
        sockets.dropAll(fault::concerns);
    }

    private void close(Fault fault) {
        int status = fault.status() == null ? USUAL_CLOSE : fault.status();
        if (status < 1000 || status > 4999) {
            throw new RefusedException(400, "The status of close-stream is a WebSocket's, for example 1003.");
        }
        sockets.closeAll(fault::concerns, status);
    }

    /** His tokens end; a new log-in is refused as often as the fault says, which is never without a count. */
    private void expire(Agent agent, Fault fault) {
        sessions.end(agent);
        if (fault.count() != null) {
            faults.addTimes(fault.as("refuse-login").onlyFor(agent.name()));
        }
    }

    private void logOut(Agent agent, Fault fault) {
        trouble.logOut(agent);
        sessions.end(agent);
    }

    private void tell(Agent agent, Fault fault) {
        if (fault.status() == null) {
            throw new RefusedException(
                    400, "event needs its id as status, for example {\"kind\":\"event\",\"status\":1000}.");
        }
        trouble.tell(agent, fault.status(), fault.text());
    }

    private void changeBurst(Fault fault) {
        int rate = fault.perSecond() == null ? USUAL_RATE : fault.perSecond();
        trouble.changeBurst(fault::concerns, rate, fault.duration(USUAL));
    }
}
