package dev.trunkline.vendor.gws;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.PlatformTime;
import dev.trunkline.vendor.gws.GwsCall.Work;
import dev.trunkline.vendor.gws.wire.Call;
import dev.trunkline.vendor.gws.wire.UserState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Calls and devices as the common model has them. */
final class GwsEventMapper {
    /** Contract 3.4; a word that is not here keeps the last life-cycle. */
    private static final Map<String, LifeCycle> LIFE_CYCLE = Map.of(
            "Dialing", LifeCycle.DIALING,
            "Ringing", LifeCycle.RINGING,
            "Established", LifeCycle.CONNECTED,
            "Held", LifeCycle.HELD);

    /** Sheet 6: of campaign calls, as far as it is about the customer's phone. */
    private static final Map<String, Reason> RESULT = Map.of(
            "6", Reason.BUSY,
            "7", Reason.NO_ANSWER,
            "10", Reason.NO_LINES,
            "11", Reason.INVALID_NUMBER,
            "12", Reason.INVALID_NUMBER,
            "13", Reason.INVALID_NUMBER,
            "51", Reason.DNC_BLOCKED);

    private static final Map<String, AgentState> AGENT_STATE = Map.of(
            "Ready", AgentState.READY,
            "NotReady", AgentState.NOT_READY,
            "LoggedIn", AgentState.NOT_READY,
            "LoggedOut", AgentState.LOGGED_OUT,
            "Logout", AgentState.LOGGED_OUT);

    /** The plain Not Ready has an id like every reason (sheet 2.6). */
    static final String PLAIN_NOT_READY = "900D55CC-2BB0-431F-8BF9-D3525B383BE6";

    private static final String NOT_ANY_REASON = "LoggedIn";

    /** @param causedBy our command whose effect this shows, or {@code ""} */
    static CallSnapshot toSnapshot(GwsCall call, String causedBy) {
        Optional<LifeCycle> lifeCycle = lifeCycle(call);
        return new CallSnapshot(
                call.id(),
                call.state(),
                lifeCycle,
                call.fromInside(),
                call.from(),
                call.to(),
                call.offered() ? List.of() : call.dialled(),
                causedBy,
                call.parent(),
                parties(call),
                GwsActions.open(call),
                call.variables(),
                call.campaign(),
                reported(call),
                call.memory().guess(),
                call.memory().over() ? "" : call.told().time(),
                facts(call),
                GwsEnvelope.callForms(call),
                GwsMemory.write(call));
    }

    /** The last to be said of a call that the platform no longer has. */
    static CallSnapshot gone(GwsCall call) {
        return toSnapshot(call.with(call.memory().done()), "");
    }

    /** Contract 3.4, and how a call ends. */
    static Optional<LifeCycle> lifeCycle(GwsCall call) {
        if (call.memory().over()) {
            return Optional.of(LifeCycle.ENDED);
        }
        if (call.memory().released()) {
            return released(call);
        }
        Optional<LifeCycle> plain = Optional.ofNullable(LIFE_CYCLE.get(call.state()));
        return plain.map(word -> word == LifeCycle.CONNECTED ? talk(call) : word);
    }

    private static Optional<LifeCycle> released(GwsCall call) {
        Work work = call.memory().work();
        if (!call.memory().established() && work != Work.SEEN) {
            return Optional.of(LifeCycle.FAILED);
        }
        return work == Work.NONE ? Optional.empty() : Optional.of(LifeCycle.WRAP_UP);
    }

    private static LifeCycle talk(GwsCall call) {
        if (call.told().call().participants().size() > 1) {
            return LifeCycle.CONFERENCED;
        }
        return call.memory().consult() ? LifeCycle.CONSULTING : LifeCycle.CONNECTED;
    }

    private static Set<String> parties(GwsCall call) {
        return call.live()
                ? Stream.concat(Stream.of(GwsCall.address(call.told().phoneNumber())), call.numbers())
                        .filter(number -> !number.isEmpty())
                        .collect(toUnmodifiableSet())
                : Set.of();
    }

    /** The platform itself tells no cause, only campaigns' servers do (sheet 6). */
    private static Optional<Reason> reported(GwsCall call) {
        boolean failed = call.memory().released() && !call.memory().established();
        return failed ? Optional.ofNullable(RESULT.get(call.result())) : Optional.empty();
    }

    /**
     * Contract 3.1 rule 9; the platform repeats a call for tones and the like with nothing else changed (sheet 5.5), and that work after it was
     * announced and has begun is one and the same.
     */
    private static String facts(GwsCall call) {
        Call told = call.told().call();
        return String.join(
                "|",
                call.memory().over() ? "OVER" : told.state(),
                lifeCycle(call).map(LifeCycle::name).orElse(""),
                told.participants().stream().map(Object::toString).collect(joining(",")),
                told.capabilities().stream().sorted().collect(joining(",")),
                GwsActions.open(call).toString(),
                call.variables().toString(),
                told.callType(),
                told.dnis(),
                told.mute(),
                told.recordingState());
    }

    // ---- the agent

    /**
     * @param onCall whether he is on a call
     * @param inWrapUp whether work after one is due
     */
    static AgentSnapshot toAgent(GwsAgent agent, boolean onCall, boolean inWrapUp, String causedBy) {
        AgentState state = state(agent, onCall, inWrapUp);
        UserState chosen = agent.device().userState();
        boolean labelled = state == AgentState.NOT_READY
                && !chosen.displayName().isEmpty()
                && !chosen.state().equals(NOT_ANY_REASON);
        return new AgentSnapshot(
                state,
                labelled ? chosen.displayName() : state.label(),
                labelled && !chosen.id().equalsIgnoreCase(PLAIN_NOT_READY) ? chosen.id() : "",
                (agent.user().firstName() + " " + agent.user().lastName()).strip(),
                agent.user().id(),
                agent.user().userName(),
                GwsCall.address(agent.device().phoneNumber()),
                agent.changedAt(),
                causedBy);
    }

    /** Contract 6.4. */
    private static AgentState state(GwsAgent agent, boolean onCall, boolean inWrapUp) {
        AgentState chosen = AGENT_STATE.getOrDefault(agent.device().userState().state(), AgentState.UNKNOWN);
        if (chosen == AgentState.LOGGED_OUT || !GwsAgent.active(agent.device())) {
            return chosen;
        }
        if (onCall) {
            return AgentState.TALKING;
        }
        return inWrapUp || agent.working() ? AgentState.WORK : chosen;
    }

    static ReasonCode toReason(dev.trunkline.vendor.gws.wire.AgentState state) {
        return new ReasonCode("/api/v2/settings/agent-states/" + state.id(), state.displayName(), true);
    }

    /** Of an outcome, which only our settings know: its text is its id. */
    static ReasonCode toReason(String outcome) {
        return new ReasonCode(outcome, outcome, true);
    }

    static String time(Instant instant) {
        return PlatformTime.normal(instant.toString());
    }

    private GwsEventMapper() {}
}
