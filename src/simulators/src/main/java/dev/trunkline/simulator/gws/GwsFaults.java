package dev.trunkline.simulator.gws;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.gws.centre.Agent;
import dev.trunkline.simulator.gws.centre.Centre;
import dev.trunkline.simulator.gws.login.Sessions;
import dev.trunkline.simulator.gws.stream.Notifications;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which kinds of faults the simulated Genesys Web Services knows and what each does (sheet 9). */
final class GwsFaults {
    private static final Duration USUAL = Duration.ofSeconds(3);
    private static final int USUAL_RATE = 500;
    private static final String UNSEEN = "SupervisorWhisper";

    private final Map<String, Consumer<Fault>> kinds = new TreeMap<>();
    private final Faults faults;
    private final Centre centre;
    private final Sessions sessions;
    private final Notifications notifications;
    private final Lane lane;

    GwsFaults(Faults faults, Centre centre, Sessions sessions, Notifications notifications, Lane lane) {
        this.faults = faults;
        this.centre = centre;
        this.sessions = sessions;
        this.notifications = notifications;
        this.lane = lane;
        for (String kind : List.of(
                "slow", "error", "error-after", "rate-limit", "lose-answer", "swallow", "lose-batch", "lose-cookie")) {
            kinds.put(kind, faults::addTimes);
        }
        for (String kind : List.of("duplicate-events", "reorder-events", "silent-channel", "other-node")) {
            kinds.put(kind, fault -> faults.addFor(fault, USUAL));
        }
        kinds.put("cut-stream", notifications::cut);
        kinds.put("refuse-stream", this::refuse);
        kinds.put("half-open", this::halfOpen);
        kinds.put("drop-session", fault -> notifications.drop(fault::concerns));
        kinds.put("garbage", this::garbage);
        kinds.put("outcome", this::outcome);
        kinds.put("expire-session", each((agent, fault) -> sessions.end(agent)));
        kinds.put("expire-auth", each(this::expire));
        kinds.put("rotate-csrf", fault -> sessions.rotate(agent -> fault.concerns(agent.name())));
        kinds.put("logged-out", each((agent, fault) -> centre.logOut(agent)));
        kinds.put("phone-gone", each(this::phoneGone));
        kinds.put("third-call", each((agent, fault) -> centre.thirdCall(agent)));
        kinds.put("error-message", each((agent, fault) -> centre.error(agent, text(fault, "Simulated"))));
        kinds.put("same-state", each((agent, fault) -> centre.tellAgain(agent, "", false)));
        kinds.put("unknown-state", each((agent, fault) -> centre.tellAgain(agent, "", true)));
        kinds.put("unknown-notification", each((agent, fault) -> centre.tellAgain(agent, text(fault, UNSEEN), false)));
        kinds.put("voice-down", this::voiceDown);
        kinds.put("change-burst", this::changeBurst);
    }

    private static String text(Fault fault, String usual) {
        return fault.text() == null ? usual : fault.text();
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
                    400, "Genesys Web Services has no fault '" + fault.kind() + "'; it has " + kinds.keySet() + ".");
        }
        if (fault.onlyAgent()
                .filter(agent -> centre.staff().find(agent).isEmpty())
                .isPresent()) {
            throw new RefusedException(400, "There is no agent '" + fault.agent() + "'.");
        }
        if (fault.node() != null) {
            throw new RefusedException(400, "Genesys Web Services has no nodes here.");
        }
        lane.ask(() -> {
            kind.accept(fault);
            return true;
        });
    }

    /** Polls end, and others are refused by the load balancer. */
    private void refuse(Fault fault) {
        faults.addFor(fault, USUAL);
        notifications.interrupt(fault::concerns);
    }

    /** Nothing is answered; the connections break when it is over. */
    private void halfOpen(Fault fault) {
        faults.addFor(fault, USUAL);
        lane.after(fault.duration(USUAL), () -> notifications.interrupt(fault::concerns));
    }

    /** Which GSW_CALL_RESULT the next call of each gets that nobody answers. */
    private void outcome(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(
                    400, "outcome needs a number, for example {\"kind\":\"outcome\",\"text\":\"6\"}.");
        }
        faults.addTimes(fault);
    }

    private void garbage(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(400, "garbage needs a text, for example {\"kind\":\"garbage\",\"text\":\"{\"}.");
        }
        notifications.say(fault::concerns, fault.text());
    }

    /** His cookies end, and his password is refused as many times as the fault says. */
    private void expire(Agent agent, Fault fault) {
        sessions.end(agent);
        faults.addTimes(fault.onlyFor(agent.name()));
    }

    private void phoneGone(Agent agent, Fault fault) {
        centre.register(agent, false);
        lane.after(fault.duration(USUAL), () -> centre.register(agent, true));
    }

    private void voiceDown(Fault fault) {
        centre.voiceService(false);
        lane.after(fault.duration(USUAL), () -> centre.voiceService(true));
    }

    private void changeBurst(Fault fault) {
        int rate = fault.perSecond() == null ? USUAL_RATE : fault.perSecond();
        centre.changeBurst(fault::concerns, rate, fault.duration(USUAL));
    }
}
