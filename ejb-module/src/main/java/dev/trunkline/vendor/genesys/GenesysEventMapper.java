package dev.trunkline.vendor.genesys;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.PlatformTime;
import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.Leg;
import dev.trunkline.vendor.genesys.wire.WrapUpCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Genesys Cloud's conversations and users as the common model has them. */
final class GenesysEventMapper {
    /** A life-cycle, and the word that goes with it. */
    record Standing(Optional<LifeCycle> lifeCycle, String word) {
        static Standing of(LifeCycle lifeCycle, String word) {
            return new Standing(Optional.of(lifeCycle), word);
        }
    }

    private static final Map<String, AgentState> PRESENCE = Map.ofEntries(
            Map.entry("AVAILABLE", AgentState.READY),
            Map.entry("AWAY", AgentState.NOT_READY),
            Map.entry("BUSY", AgentState.NOT_READY),
            Map.entry("BREAK", AgentState.NOT_READY),
            Map.entry("MEAL", AgentState.NOT_READY),
            Map.entry("MEETING", AgentState.NOT_READY),
            Map.entry("TRAINING", AgentState.NOT_READY),
            Map.entry("IDLE", AgentState.NOT_READY),
            Map.entry("OFFLINE", AgentState.LOGGED_OUT));

    /**
     * What one telling of a conversation says, oldest first: a dial that came to nothing is an outcome of its own, and what follows from it
     * may stand in the same telling.
     *
     */
    static List<CallSnapshot> toSnapshots(GenesysCall call, Telling telling) {
        List<CallSnapshot> told = new ArrayList<>();
        standings(call).forEach(standing -> told.add(toSnapshot(call, standing, telling)));
        return told;
    }

    /**
     * What goes with one telling.
     *
     * @param causedBy our command that it shows the effect of, or {@code ""}
     * @param shown the last command whose effect this call showed: some effects are seen in nothing else (who hears whom in a consult)
     * @param time the platform's time of the change, or {@code ""}
     */
    record Telling(String causedBy, String shown, String time) {
        static final Telling PLAIN = new Telling("", "", "");
    }

    /** The last to be said of a conversation that the platform no longer has. */
    static CallSnapshot gone(GenesysCall call) {
        return toSnapshot(call, Standing.of(LifeCycle.ENDED, "terminated"), Telling.PLAIN);
    }

    /** Sheet 6.3. */
    static List<Standing> standings(GenesysCall call) {
        Optional<Leg> own = call.own();
        boolean over = own.filter(GenesysCall::over).isPresent();
        String end =
                own.map(leg -> leg.call().state()).filter("terminated"::equals).orElse("disconnected");
        List<Standing> standings = new ArrayList<>();
        if (call.failed()) {
            standings.add(Standing.of(LifeCycle.FAILED, end));
        }
        if (call.wrapUpDue()) {
            standings.add(Standing.of(LifeCycle.WRAP_UP, "ACW"));
        } else if (over) {
            standings.add(Standing.of(LifeCycle.ENDED, end));
        } else if (standings.isEmpty()) {
            standings.add(alive(call));
        }
        return standings;
    }

    private static Standing alive(GenesysCall call) {
        String own = call.own().map(leg -> leg.call().state()).orElse("");
        String far = call.far().map(leg -> leg.call().state()).orElse("");
        if (call.offered()) {
            return Standing.of(LifeCycle.RINGING, "alerting");
        }
        if (own.equals("connected") && call.conference()) {
            return Standing.of(LifeCycle.CONFERENCED, "connected");
        }
        if (own.equals("connected") && call.consulted().isPresent()) {
            return Standing.of(LifeCycle.CONSULTING, "connected");
        }
        if (call.own().filter(leg -> leg.call().held()).isPresent()) {
            return Standing.of(LifeCycle.HELD, "held");
        }
        if (own.equals("connected") && far.equals("connected")) {
            return Standing.of(LifeCycle.CONNECTED, "connected");
        }
        if (own.equals("contacting") && far.isEmpty()) {
            return Standing.of(LifeCycle.INITIATED, "contacting");
        }
        if (far.equals("alerting")) {
            return Standing.of(LifeCycle.RINGING, "alerting");
        }
        boolean dials = List.of("dialing", "contacting", "offering").contains(far) || own.equals("dialing");
        if (dials || own.equals("connected") && far.isEmpty()) {
            return Standing.of(LifeCycle.DIALING, "dialing");
        }
        // Between two legs, or a word that is new to us: the last life-cycle stays.
        return new Standing(Optional.empty(), own.isEmpty() ? "connected" : own);
    }

    private static CallSnapshot toSnapshot(GenesysCall call, Standing standing, Telling telling) {
        return new CallSnapshot(
                call.id(),
                standing.word(),
                standing.lifeCycle(),
                call.fromInside(),
                call.numbers().from(),
                call.numbers().to(),
                call.offered() ? List.of() : call.numbers().all(),
                telling.causedBy(),
                "",
                call.parties().stream()
                        .flatMap(leg -> call.numbers().names(leg).stream())
                        .collect(toUnmodifiableSet()),
                standing.lifeCycle().equals(Optional.of(LifeCycle.ENDED)) ? Set.of() : GenesysActions.open(call),
                call.variables(),
                call.campaign(),
                GenesysOutcome.of(call),
                telling.time(),
                facts(call, standing, telling.shown()),
                GenesysEnvelope.callForms(call, standing.word()),
                GenesysMemory.write(call));
    }

    /**
     * Contract 3.1 rule 9: what a client can see, and no more; the platform tells each action of a person twice, and ended legs for as long as
     * the conversation lives (sheet 5.4).
     */
    private static String facts(GenesysCall call, Standing standing, String shown) {
        return String.join(
                "|",
                standing.word(),
                GenesysActions.open(call).toString(),
                call.variables().toString(),
                call.manual() ? "" : call.numbers().from(),
                call.numbers().to(),
                call.campaign(),
                call.me().name(),
                shown);
    }

    /** The latest time that any leg names; empty if none does. */
    static String latest(GenesysCall call) {
        return call.conversation().legs().stream()
                .map(leg -> leg.call().times())
                .flatMap(times -> Stream.of(
                        times.started(),
                        times.connected(),
                        times.held(),
                        times.ended(),
                        times.workStarted(),
                        times.workEnded()))
                .map(PlatformTime::normal)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** @param inWrapUp whether a call's wrap-up is due */
    static AgentSnapshot toAgent(GenesysAgent agent, boolean inWrapUp, String causedBy) {
        AgentState state = state(agent, inWrapUp);
        boolean reasoned = state == AgentState.NOT_READY && !agent.label().isEmpty();
        return new AgentSnapshot(
                state,
                reasoned ? agent.label() : state.label(),
                reasoned ? agent.presence().definitionId() : "",
                agent.user().name().strip(),
                agent.user().id(),
                agent.user().username(),
                agent.station().name().isEmpty()
                        ? agent.station().id()
                        : agent.station().name(),
                PlatformTime.normal(agent.presence().modifiedDate()),
                causedBy);
    }

    /** Contract 6.4: two things of the platform, presence and routing status, are one here. */
    private static AgentState state(GenesysAgent agent, boolean inWrapUp) {
        String presence = word(agent.presence().systemPresence());
        String routing = word(agent.routing().status());
        AgentState chosen = presence.equals("ONQUEUE")
                ? routing.equals("IDLE") ? AgentState.READY : AgentState.NOT_READY
                : PRESENCE.getOrDefault(presence, AgentState.UNKNOWN);
        if (chosen == AgentState.LOGGED_OUT) {
            return chosen;
        }
        if (inWrapUp) {
            return AgentState.WORK;
        }
        return routing.equals("INTERACTING") || routing.equals("COMMUNICATING") ? AgentState.TALKING : chosen;
    }

    /** {@code ON_QUEUE} in events, {@code On Queue} and {@code OnQueue} in answers (sheet 2.4). */
    static String word(String written) {
        return written.replaceAll("[ _]", "").toUpperCase(Locale.ROOT);
    }

    static ReasonCode toReason(Definition definition) {
        return new ReasonCode("/api/v2/presence/definitions/" + definition.id(), definition.label(), true);
    }

    static ReasonCode toReason(WrapUpCode code) {
        return new ReasonCode("/api/v2/routing/wrapupcodes/" + code.id(), code.name(), true);
    }

    private GenesysEventMapper() {}
}
