package dev.trunkline.simulator.genesys;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.genesys.centre.Organisation;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.genesys.login.Tokens;
import dev.trunkline.simulator.genesys.stream.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which kinds of faults the simulated Genesys Cloud knows and what each does (sheet 9.2). */
final class GenesysFaults {
    private static final Duration USUAL = Duration.ofSeconds(3);
    private static final int USUAL_RATE = 500;

    private final Map<String, Consumer<Fault>> kinds = new TreeMap<>();
    private final Faults faults;
    private final Organisation organisation;
    private final Tokens tokens;
    private final Channels channels;
    private final Lane lane;

    GenesysFaults(Faults faults, Organisation organisation, Tokens tokens, Channels channels, Lane lane) {
        this.faults = faults;
        this.organisation = organisation;
        this.tokens = tokens;
        this.channels = channels;
        this.lane = lane;
        for (String kind : List.of(
                "slow",
                "error",
                "error-after",
                "rate-limit",
                "lose-answer",
                "swallow",
                "withdraw-offer",
                "phone-unanswered",
                "no-lines",
                "drop-events",
                "late-snapshot")) {
            kinds.put(kind, faults::addTimes);
        }
        for (String kind : List.of(
                "duplicate-events", "reorder-events", "silent-channel", "half-open", "no-heartbeat", "refuse-stream")) {
            kinds.put(kind, fault -> faults.addFor(fault, USUAL));
        }
        kinds.put("cut-stream", this::cut);
        kinds.put("socket-closing", fault -> channels.announceClosing(fault::concerns));
        kinds.put("evict-channel", fault -> channels.evict(fault::concerns));
        kinds.put("garbage", this::garbage);
        kinds.put("outcome", this::outcome);
        kinds.put("expire-auth", each((user, fault) -> tokens.expireAll(user)));
        kinds.put("expire-token", each((user, fault) -> tokens.expireAccess(user)));
        kinds.put("revoke-token", each((user, fault) -> revoke(user)));
        kinds.put("unknown-state", each((user, fault) -> organisation.tellAgain(user, true)));
        kinds.put("third-leg", each((user, fault) -> organisation.thirdLeg(user)));
        kinds.put("station-lost", each((user, fault) -> organisation.stationLost(user)));
        kinds.put("no-station", each((user, fault) -> organisation.leaveStation(user)));
        kinds.put("change-burst", this::changeBurst);
    }

    private Consumer<Fault> each(BiConsumer<User, Fault> what) {
        return fault -> organisation.staff().all().stream()
                .filter(user -> fault.concerns(user.agent()))
                .forEach(user -> what.accept(user, fault));
    }

    void inject(Fault fault) {
        Consumer<Fault> kind = kinds.get(fault.kind());
        if (kind == null) {
            throw new RefusedException(
                    400, "Genesys Cloud has no fault '" + fault.kind() + "'; it has " + kinds.keySet() + ".");
        }
        if (fault.onlyAgent()
                .filter(agent -> organisation.staff().agent(agent).isEmpty())
                .isPresent()) {
            throw new RefusedException(400, "There is no agent '" + fault.agent() + "'.");
        }
        if (fault.node() != null) {
            throw new RefusedException(400, "Genesys Cloud has no nodes.");
        }
        lane.ask(() -> {
            kind.accept(fault);
            return true;
        });
    }

    /** Whoever is cut off stays out for as long as the fault says. */
    private void cut(Fault fault) {
        faults.addFor(fault.as("refuse-stream"), Duration.ZERO);
        channels.cutAll(fault::concerns);
    }

    private void revoke(User user) {
        tokens.expireAll(user);
        channels.revoked(token -> token.user().filter(user::equals).isPresent());
    }

    /** How the next call of each ends that reaches a number outside. */
    private void outcome(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(
                    400, "outcome needs a word, for example {\"kind\":\"outcome\",\"text\":\"sip 486\"}.");
        }
        faults.addTimes(fault);
    }

    private void garbage(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(400, "garbage needs a text, for example {\"kind\":\"garbage\",\"text\":\"{\"}.");
        }
        channels.say(fault::concerns, fault.text());
    }

    private void changeBurst(Fault fault) {
        int rate = fault.perSecond() == null ? USUAL_RATE : fault.perSecond();
        organisation.changeBurst(fault::concerns, rate, fault.duration(USUAL));
    }
}
