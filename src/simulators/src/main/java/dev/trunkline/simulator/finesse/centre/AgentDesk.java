package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.finesse.centre.Agent.Wish;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

    /** The agent has come over from the other node, with his calls. */
    void arrived(Agent agent) {
        if (rules.afterFailover() == Rules.AfterFailover.NOT_READY && agent.state() == AgentState.READY) {
            become(agent, AgentState.NOT_READY, ReasonCode.PRESENCE_LOST, "");
        }
        for (Dialog dialog : agent.dialogs()) {
            switch (rules.callTypeAfterFailover()) {
                case KEPT -> {}
                case EMPTY -> dialog.loseCallType("");
                case NULL -> dialog.loseCallType("NULL");
            }
            publisher.changedFor(dialog, "");
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
        Optional<CtiError> refusal = refusal(agent, wanted);
        if (refusal.isPresent()) {
            publisher.userError(agent, refusal.get(), requestId);
        } else if (agent.engaged() && !(inExpressCallOfHisOwn(agent) && wanted == AgentState.NOT_READY)) {
            agent.afterwards(new Wish(wanted, reason));
            publisher.user(agent, requestId);
        } else if (agent.state().wrappingUp()) {
            endWrapUp(agent, wanted, reason, requestId);
        } else {
            become(agent, wanted, reason, requestId);
        }
    }

    /** CCX leaves no reservation by a change of state, and waits with READY for no call; the code tells whose call it is (sheet 1). */
    private Optional<CtiError> refusal(Agent agent, AgentState wanted) {
        boolean reserved = rules.uccx() && agent.state() == AgentState.RESERVED_OUTBOUND_PREVIEW;
        if (!agent.signedIn() || reserved) {
            return Optional.of(CtiError.INVALID_AGENT_WORKMODE);
        }
        if (!rules.uccx() || agent.talks().isEmpty() || wanted != AgentState.READY) {
            return Optional.empty();
        }
        return Optional.of(inExpressCallOfHisOwn(agent) ? CtiError.RESOURCE_BUSY : CtiError.INVALID_AGENT_WORKMODE);
    }

    /** On CCX an agent's state takes no part in the calls that he places himself. */
    private boolean inExpressCallOfHisOwn(Agent agent) {
        return rules.uccx() && agent.talks().stream().noneMatch(Dialog::ofCampaign);
    }

    /** A campaign takes the agent; what is offered to him comes next. */
    void reserve(Agent agent, AgentState next) {
        become(agent, next, Agent.NO_REASON, "");
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

    /** An agent who is called; who wraps up goes on with that until he answers. */
    void ringing(Agent agent) {
        if (!rules.uccx() && !agent.state().wrappingUp()) {
            become(agent, AgentState.RESERVED, Agent.NO_REASON, "");
        }
    }

    /** The state follows the calls, where the deployment has states for that (sheet 1). */
    void follow(Agent agent) {
        if (inExpressCallOfHisOwn(agent)) {
            return;
        }
        if (has(agent, CallState.ACTIVE::equals)) {
            onCall(agent, AgentState.TALKING);
        } else if (has(agent, CallState.HELD::equals) && !has(agent, CallState.INITIATED::equals)) {
            onCall(agent, rules.uccx() ? AgentState.TALKING : AgentState.HOLD);
        }
    }

    private static boolean has(Agent agent, Predicate<CallState> state) {
        return agent.talks().stream()
                .filter(talk -> !talk.reservation())
                .anyMatch(talk -> state.test(talk.own().state()));
    }

    private void onCall(Agent agent, AgentState next) {
        if (agent.state().wrappingUp()) {
            endWrapUp(agent, next, Agent.NO_REASON, "");
        } else if (agent.state() != next) {
            become(agent, next, Agent.NO_REASON, "");
        }
    }

    /** The agent's last call is over and wants wrapping up. */
    void wrapUp(Agent agent) {
        agent.plan(agent.takePending());
        boolean readyNext = agent.plan().state() == AgentState.READY && !rules.uccx();
        AgentState work = readyNext ? AgentState.WORK_READY : AgentState.WORK;
        become(agent, work, Agent.NO_REASON, "");
        wrapUps.put(agent, lane.after(timing.wrapUp(), () -> wrapUpTimeIsOver(agent)));
    }

    private void wrapUpTimeIsOver(Agent agent) {
        endWrapUp(agent, agent.plan().state(), agent.plan().reason(), "");
    }

    private void endWrapUp(Agent agent, AgentState next, int reason, String requestId) {
        cancel(wrapUps, agent);
        become(agent, next, reason, requestId);
        wrapUpOver.accept(agent);
    }

    /** The agent's last call is over without wrap-up. */
    void callOver(Agent agent) {
        boolean wanted = agent.pending().isPresent();
        Wish next = agent.takePending();
        if (wanted || agent.state().onACall()) {
            become(agent, next.state(), next.reason(), "");
        }
    }

    void presence(Agent agent, boolean there) {
        cancel(absences, agent);
        if (!there && agent.signedIn()) {
            absences.put(agent, lane.after(timing.presenceGrace(), () -> forceOut(agent)));
        }
    }

    private void forceOut(Agent agent) {
        absences.remove(agent);
        if (agent.engaged()) {
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
