package dev.trunkline.vendor.five9;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.vendor.five9.wire.Disposition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Calls and agents as the common model has them. */
final class Five9EventMapper {
    /** Contract 3.4; a word that is not here keeps the last life-cycle. */
    private static final Map<String, LifeCycle> LIFE_CYCLE = Map.of(
            Five9Call.OFFERED, LifeCycle.INITIATED,
            Five9Call.RINGING, LifeCycle.DIALING,
            Five9Call.TALKING, LifeCycle.CONNECTED,
            Five9Call.HELD, LifeCycle.HELD,
            Five9Call.WRAP_UP, LifeCycle.WRAP_UP,
            Five9Call.FINISHED, LifeCycle.ENDED);

    private static final String NO_REASON = "0";

    /**
     * One, or two of a call that ended before anybody answered: that it failed, and what follows.
     *
     * @param causedBy our command whose effect this shows, or {@code ""}
     * @param failedBefore that it failed was told already
     */
    static List<CallSnapshot> toSnapshots(Five9Call call, String causedBy, boolean failedBefore) {
        Optional<LifeCycle> now = lifeCycle(call);
        boolean failed = !failedBefore
                && !call.memory().talked()
                && !call.memory().gone()
                && now.filter(cycle -> !cycle.live()).isPresent();
        return failed
                ? List.of(snapshot(call, causedBy, Optional.of(LifeCycle.FAILED)), snapshot(call, causedBy, now))
                : List.of(snapshot(call, causedBy, now));
    }

    /** The last to be said of a call that the platform no longer has. */
    static CallSnapshot gone(Five9Call call) {
        return snapshot(call.with(call.memory().unheard()), "", Optional.of(LifeCycle.ENDED));
    }

    private static CallSnapshot snapshot(Five9Call call, String causedBy, Optional<LifeCycle> lifeCycle) {
        return new CallSnapshot(
                call.id(),
                Five9Envelope.word(call),
                lifeCycle,
                !call.fromOutside(),
                call.from(),
                call.to(),
                call.is(Five9Call.OFFERED) && !call.manual() ? List.of() : call.dialled(),
                causedBy,
                "",
                parties(call),
                Five9Actions.open(call),
                call.allVariables(),
                Five9Envelope.outBoundType(call).equals("manualdial") ? "" : call.campaign(),
                reported(call),
                guess(call),
                call.memory().gone() ? "" : call.time(),
                facts(call, lifeCycle),
                Five9Envelope.callForms(call),
                Five9Memory.write(call));
    }

    /** Contract 3.4. */
    static Optional<LifeCycle> lifeCycle(Five9Call call) {
        if (call.memory().over()) {
            return Optional.of(LifeCycle.ENDED);
        }
        if (call.conference().isPresent()) {
            return Optional.of(LifeCycle.CONFERENCED);
        }
        boolean consulting = call.consulted()
                .filter(third -> call.is(Five9Call.HELD) || !third.leg().isEmpty())
                .isPresent();
        return consulting ? Optional.of(LifeCycle.CONSULTING) : Optional.ofNullable(LIFE_CYCLE.get(call.state()));
    }

    private static Set<String> parties(Five9Call call) {
        if (!call.live()) {
            return Set.of();
        }
        Stream<String> third = call.notes().third().map(Five9Notes.Third::number).stream();
        return Stream.concat(Stream.of(call.me().extension(), call.to()), third)
                .filter(address -> !address.isEmpty())
                .collect(toUnmodifiableSet());
    }

    private static Optional<Reason> reported(Five9Call call) {
        return call.live() ? Optional.empty() : call.memory().reason();
    }

    private static Optional<Reason> guess(Five9Call call) {
        boolean talked = call.memory().talked();
        Optional<Reason> asked = call.notes()
                .ending()
                .map(why -> why == Reason.AGENT_HANGUP && !talked ? Reason.CANCELLED_BY_AGENT : why);
        return call.live() ? Optional.empty() : asked.or(call.memory()::guess);
    }

    /** Contract 3.1 rule 9. */
    private static String facts(Five9Call call, Optional<LifeCycle> lifeCycle) {
        return String.join(
                "|",
                call.memory().over() ? "OVER" : call.state(),
                lifeCycle.map(LifeCycle::name).orElse(""),
                Five9Actions.open(call).toString(),
                parties(call).stream().sorted().toList().toString(),
                call.allVariables().toString(),
                call.told().callType(),
                call.campaign(),
                call.notes().label(),
                call.notes().callback());
    }

    // ---- the agent

    /**
     * @param onCall whether he is on a call
     * @param inWrapUp whether an outcome is due
     * @param reasons names of reasons for Not Ready, by id
     */
    static AgentSnapshot toAgent(
            Five9Agent agent, boolean onCall, boolean inWrapUp, Map<String, String> reasons, String causedBy) {
        AgentState state = state(agent, onCall, inWrapUp);
        String reason = state == AgentState.NOT_READY ? agent.presence().last().reason() : "";
        boolean named = !reason.isEmpty() && !reason.equals(NO_REASON);
        return new AgentSnapshot(
                state,
                named ? reasons.getOrDefault(reason, state.label()) : state.label(),
                named ? reason : "",
                agent.userName(),
                agent.userId(),
                agent.userName(),
                agent.extension(),
                Five9Json.time(agent.presence().since()),
                causedBy);
    }

    /** Contract 6.4. */
    private static AgentState state(Five9Agent agent, boolean onCall, boolean inWrapUp) {
        if (!agent.working()) {
            return agent.between() ? AgentState.UNKNOWN : AgentState.LOGGED_OUT;
        }
        if (onCall) {
            return AgentState.TALKING;
        }
        if (inWrapUp) {
            return AgentState.WORK;
        }
        // What was put off until the end of the call holds from then on, however late its event comes.
        return agent.presence().last().ready() ? AgentState.READY : AgentState.NOT_READY;
    }

    static ReasonCode toReason(dev.trunkline.vendor.five9.wire.Reason reason, String list) {
        return new ReasonCode(list + "/" + reason.id(), reason.name(), true);
    }

    static ReasonCode toReason(Disposition disposition) {
        return new ReasonCode("dispositions/" + disposition.id(), disposition.name(), true);
    }

    private Five9EventMapper() {}
}
