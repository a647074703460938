package dev.trunkline.vendor.toy;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.toy.wire.Agent;
import dev.trunkline.vendor.toy.wire.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the toy tells, in the words of all platforms. A word that is new keeps the last life-cycle. */
final class ToyEventMapper {
    private static final Map<String, LifeCycle> LIFE_CYCLE = Map.of(
            "dialling", LifeCycle.DIALING,
            "ringing", LifeCycle.RINGING,
            "talking", LifeCycle.CONNECTED,
            "over", LifeCycle.ENDED);
    private static final Map<String, Reason> REASONS = Map.of(
            "busy", Reason.BUSY,
            "unanswered", Reason.NO_ANSWER,
            "rejected", Reason.REJECTED,
            "remote", Reason.REMOTE_HANGUP);
    private static final Map<String, AgentState> STATES = Map.of(
            "ready", AgentState.READY,
            "away", AgentState.NOT_READY,
            "out", AgentState.LOGGED_OUT);

    static CallSnapshot toSnapshot(Call call) {
        boolean over = call.state().equals("over");
        return new CallSnapshot(
                call.id(),
                call.state(),
                Optional.ofNullable(LIFE_CYCLE.get(call.state())),
                true,
                call.from(),
                call.number(),
                List.of(call.number()),
                call.mark(),
                "",
                over ? Set.of() : Set.of(call.from(), call.number()),
                over ? Set.of() : Set.of(Verb.DROP),
                Map.of(),
                "",
                Optional.ofNullable(REASONS.get(call.cause())),
                call.at(),
                call.state(),
                ToyEnvelope.callForms(call),
                Json.text(call));
    }

    static AgentSnapshot toAgent(Agent agent) {
        AgentState state = STATES.getOrDefault(agent.state(), AgentState.UNKNOWN);
        return new AgentSnapshot(
                state, state.label(), "", agent.name(), agent.user(), agent.user(), agent.phone(), "", agent.mark());
    }

    private ToyEventMapper() {}
}
