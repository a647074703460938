package dev.trunkline.simulator.webexcc;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.Centre;
import dev.trunkline.simulator.webexcc.centre.Trouble;
import dev.trunkline.simulator.webexcc.login.Tokens;
import dev.trunkline.simulator.webexcc.stream.Sockets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which kinds of faults the simulated Webex Contact Center knows and what each does (sheet 9.1). */
final class WebexccFaults {
    private static final int USUAL_RATE = 500;
    private static final int USUAL_CLOSE = 1001;
    private static final Duration USUAL = Duration.ofSeconds(3);
    private static final String UNKNOWN_EVENT = "SimulatedUnknownEvent";
    private static final List<String> TIMES = List.of(
            "slow",
            "error-after",
            "rate-limit",
            "lose-answer",
            "swallow",
            "silent",
            "late-answer",
            "forbidden",
            "refuse-login",
            "rona",
            "agent-declines",
            "agent-unreachable",
            "no-channel",
            "fail-early",
            "outbound-failed",
            "unknown-reason",
            "drop-events",
            "no-interaction",
            "no-session",
            "withdraw-offer");
    /** Of what is told next, which is at once if there is a contact. */
    private static final List<String> NEXT = List.of("unknown-state", "odd-payload", "big-frame");

    private static final List<String> LASTING =
            List.of("duplicate-events", "reorder-events", "refuse-stream", "no-welcome", "fragments");

    private final Map<String, Consumer<Fault>> kinds = new TreeMap<>();
    private final Faults faults;
    private final Centre centre;
    private final Tokens tokens;
    private final Sockets sockets;
    private final Lane lane;

    WebexccFaults(Faults faults, Centre centre, Tokens tokens, Sockets sockets, Lane lane) {
        this.faults = faults;
        this.centre = centre;
        this.tokens = tokens;
        this.sockets = sockets;
        this.lane = lane;
        TIMES.forEach(kind -> kinds.put(kind, faults::addTimes));
        LASTING.forEach(kind -> kinds.put(kind, fault -> faults.addFor(fault, USUAL)));
        NEXT.forEach(kind -> kinds.put(kind, this::next));
        kinds.put("no-id", fault -> faults.addTimes(fault.text() == null ? fault : fault.as("no-id-failed")));
        kinds.put("error", this::error);
        kinds.put("cut-stream", this::cut);
        kinds.put("close-stream", this::close);
        kinds.put("silent-socket", fault -> sockets.silence(fault::concerns, fault.duration(USUAL)));
        kinds.put("half-open", fault -> sockets.freeze(fault::concerns, fault.duration(USUAL)));
        kinds.put("multi-login", fault -> sockets.displaceAll(fault::concerns));
        kinds.put("garbage", this::garbage);
        kinds.put("expire-auth", each(this::expire));
        Trouble trouble = centre.trouble();
        kinds.put("station-gone", each((agent, fault) -> trouble.loseStation(agent)));
        kinds.put("logged-out", each((agent, fault) -> trouble.logOut(agent)));
        kinds.put("idle", each((agent, fault) -> trouble.idle(agent)));
        kinds.put("second-call", each((agent, fault) -> trouble.secondCall(agent)));
        kinds.put("unknown-event", each((agent, fault) -> trouble.tell(agent, text(fault, UNKNOWN_EVENT))));
        kinds.put("change-burst", this::changeBurst);
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
                    400, "Webex Contact Center has no fault '" + fault.kind() + "'; it has " + kinds.keySet() + ".");
        }
        if (fault.onlyAgent()
                .filter(agent -> centre.staff().find(agent).isEmpty())
                .isPresent()) {
            throw new RefusedException(400, "There is no agent '" + fault.agent() + "'.");
        }
        if (fault.node() != null) {
            throw new RefusedException(400, "Webex Contact Center has no nodes.");
        }
        lane.ask(() -> {
            kind.accept(fault);
            return true;
        });
    }

    private static String text(Fault fault, String usual) {
        return fault.text() == null ? usual : fault.text();
    }

    private void next(Fault fault) {
        faults.addTimes(fault);
        each((agent, any) -> centre.trouble().tellAgain(agent)).accept(fault);
    }

    private void changeBurst(Fault fault) {
        int rate = fault.perSecond() == null ? USUAL_RATE : fault.perSecond();
        centre.trouble().changeBurst(fault::concerns, rate, fault.duration(USUAL));
    }

    /** So many commands, or for so long every request. */
    private void error(Fault fault) {
        if (fault.seconds() == null) {
            faults.addTimes(fault);
        } else {
            faults.addFor(fault.as("error-burst"), USUAL);
        }
    }

    private void garbage(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(400, "garbage needs a text, for example {\"kind\":\"garbage\",\"text\":\"{\"}.");
        }
        sockets.sayAll(fault::concerns, fault.text());
    }

    private void close(Fault fault) {
        int status = fault.status() == null ? USUAL_CLOSE : fault.status();
        if (status < 1000 || status > 4999) {
            throw new RefusedException(400, "The status of close-stream is a WebSocket's, for example 1001.");
        }
        sockets.closeAll(fault::concerns, status);
    }

    /** Whoever is cut off stays out for as long as the fault says. */
    private void cut(Fault fault) {
        faults.addFor(fault.as("refuse-stream"), Duration.ZERO);
        sockets.dropAll(fault::concerns);
    }

    /** His tokens end; a refresh is refused as often as the fault says, which is never without a count. */
    private void expire(Agent agent, Fault fault) {
        if (fault.count() == null) {
            tokens.expireAll(agent);
        } else {
            tokens.expireAccess(agent); // so that the refusals are not used up by a refresh token that is gone anyway
            faults.addTimes(fault.as("refuse-login").onlyFor(agent.name()));
        }
    }
}
