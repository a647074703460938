package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Lane;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;

/** How agents' states change: by their own wish, by their calls, by the wrap-up timer, by lost presence (sheet 2.4, 2.5). On the lane. */
final class AgentDesk {
    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

    private final Directory directory;
    private final Publisher publisher;
    private final Rules rules;
    private final Timing timing;
    private final Lane lane;
    private final Map<Agent, ScheduledFuture<?>> wrapUps = new HashMap<>();
    private final Map<Agent, ScheduledFuture<?>> absences = new HashMap<>();
    private Consumer<Agent> wrapUpOver = agent -> {};

    AgentDesk(Directory directory, Publisher publisher, Rules rules, Timing timing, Lane lane) {
        this.directory = directory;
        this.publisher = publisher;
        this.rules = rules;
        this.timing = timing;
        this.lane = lane;
    }

    void whenWrapUpIsOver(Consumer<Agent> listener) {
        wrapUpOver = listener;
    }

    /** A forced sign-in: who is signed in already keeps the state. */
    void signIn(Agent agent, String extension, String requestId) {
        if (agent.signedIn() && agent.extension().equals(extension)) {
            publisher.user(agent, requestId);
        } else if (agent.signedIn() || directory.usedByAnother(extension, agent)) {
            publisher.userError(agent, CtiError.DEVICE_BUSY, requestId);
        } else if (!directory.hasPhone(extension)) {
            publisher.userError(agent, CtiError.INVALID_DEVICE, requestId);
        } else {
            agent.signIn(extension);
            publisher.user(agent, requestId);
        }
    }

    /** What is refused at once; the rest shows in notifications. */
    void check(Agent agent, AgentState wanted) {
        if (!agent.signedIn()) {
            throw ApiErrorException.unauthorized();
        }
        boolean leaves = wanted == AgentState.LOGOUT && !rules.uccx();
        if (leaves && (agent.state() == AgentState.READY || agent.state().wrappingUp())) {
            throw ApiErrorException.invalidState(agent.state());
        }
    }

    void change(Agent agent, AgentState wanted, int reason, String requestId) {
        boolean talking = !agent.talks().isEmpty();
        if (!agent.signedIn()) {
            publisher.userError(agent, CtiError.INVALID_AGENT_WORKMODE, requestId);
        } else if (talking && rules.uccx() && wanted == AgentState.READY) {
            publisher.userError(agent, CtiError.RESOURCE_BUSY, requestId);
        } else if (talking && !(rules.uccx() && wanted == AgentState.NOT_READY)) {
            agent.afterwards(wanted);
            publisher.user(agent, requestId);
        } else if (agent.state().wrappingUp()) {
            endWrapUp(agent, wanted, reason, requestId);
        } else {
            become(agent, wanted, reason, requestId);
        }
    }

    private void become(Agent agent, AgentState next, int reason, String requestId) {
        agent.become(next, reason);
        publisher.user(agent, requestId);
    }

    /** CCE moves an agent who dials from READY to NOT_READY first. */
    void dialling(Agent agent) {
        if (agent.state() == AgentState.READY) {
            become(agent, AgentState.NOT_READY, ReasonCode.OUTGOING_CALL, "");
        }
    }

    void talking(Agent agent) {
        onCall(agent, AgentState.TALKING);
    }

    void held(Agent agent) {
        onCall(agent, AgentState.HOLD);
    }

    private void onCall(Agent agent, AgentState next) {
        if (!rules.uccx() && agent.state() != next) {
            become(agent, next, Agent.NO_REASON, "");
        }
    }

    /** The agent's last call is over and wants wrapping up. */
    void wrapUp(Agent agent) {
        boolean readyAfterwards =
                agent.pending().filter(AgentState.READY::equals).isPresent();
        if (agent.pending().filter(AgentState.LOGOUT::equals).isEmpty()) {
            agent.takePending();
        }
        become(agent, readyAfterwards ? AgentState.WORK_READY : AgentState.WORK, Agent.NO_REASON, "");
        wrapUps.put(agent, lane.after(timing.wrapUp(), () -> wrapUpTimeIsOver(agent)));
    }

    private void wrapUpTimeIsOver(Agent agent) {
        AgentState usual = agent.state() == AgentState.WORK_READY ? AgentState.READY : AgentState.NOT_READY;
        endWrapUp(agent, agent.takePending().orElse(usual), Agent.NO_REASON, "");
    }

    private void endWrapUp(Agent agent, AgentState next, int reason, String requestId) {
        cancel(wrapUps, agent);
        become(agent, next, reason, requestId);
        wrapUpOver.accept(agent);
    }

    /** The agent's last call is over without wrap-up. */
    void callOver(Agent agent) {
        boolean wasOnCall = agent.state().onACall();
        agent.takePending().ifPresentOrElse(next -> become(agent, next, Agent.NO_REASON, ""), () -> {
            if (wasOnCall) {
                become(agent, AgentState.NOT_READY, Agent.NO_REASON, "");
            }
        });
    }

    void presence(Agent agent, boolean there) {
        cancel(absences, agent);
        if (!there && agent.signedIn()) {
            absences.put(agent, lane.after(timing.presenceGrace(), () -> forceOut(agent)));
        }
    }

    private void forceOut(Agent agent) {
        absences.remove(agent);
        if (!agent.talks().isEmpty()) {
            absences.put(agent, lane.after(NEXT_LOOK, () -> forceOut(agent)));
        } else if (agent.state().wrappingUp()) {
            endWrapUp(agent, rules.presenceLossState(), ReasonCode.PRESENCE_LOST, "");
        } else if (agent.signedIn()) {
            become(agent, rules.presenceLossState(), ReasonCode.PRESENCE_LOST, "");
        }
    }

    /** Calls are gone by now: nobody stays in a state that only a call explains. */
    void reset() {
        for (Agent agent : directory.all()) {
            agent.takePending();
            if (agent.state().wrappingUp()) {
                endWrapUp(agent, AgentState.NOT_READY, Agent.NO_REASON, "");
            } else if (agent.state().onACall()) {
                become(agent, AgentState.NOT_READY, Agent.NO_REASON, "");
            }
        }
    }

    private static void cancel(Map<Agent, ScheduledFuture<?>> timers, Agent agent) {
        ScheduledFuture<?> timer = timers.remove(agent);
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
