package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.webexcc.centre.DialRules.Cancel;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reasons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How tasks end, with a talk before or without, and who has to wrap up (sheet 3.3, 6). On the lane. */
final class Endings {
    static final String CUSTOMER = "Customer";
    static final String AGENT = "Agent";
    static final String SYSTEM = "System";

    private final Room room;
    private final Desk desk;
    private final WrapUps wrapUps;
    private final Publisher publisher;
    private final Reasons reasons;

    Endings(Room room, Desk desk, WrapUps wrapUps) {
        this.room = room;
        this.desk = desk;
        this.wrapUps = wrapUps;
        publisher = room.publisher();
        reasons = room.rules().dial().reasons();
    }

    // ---- what does not come to a talk

    /** The outdial failed, with a wrap-up due or not. */
    void fail(Task task, Reason reason, String party) {
        boolean due = room.rules().dial().wrapUpUnanswered();
        over(task, due);
        Agent agent = task.agent();
        publisher.contact(agent, "AgentOutboundFailed", task, failure(task, reason, party));
        rest(task, List.of(agent));
    }

    /** The failure overtakes the offer (sheet 5.4). */
    void failEarly(Task task, Reason reason) {
        Agent agent = task.agent();
        task.of(agent).offer();
        Event late = publisher.prepare(agent, "AgentOfferContact", task, Map.of());
        over(task, room.rules().dial().wrapUpUnanswered());
        publisher.contact(agent, "AgentOutboundFailed", task, failure(task, reason, SYSTEM));
        publisher.send(agent, late, task);
        rest(task, List.of(agent));
    }

    private Map<String, Object> failure(Task task, Reason reason, String party) {
        Map<String, Object> more = publisher.failure(reason);
        more.put("terminatingParty", party);
        more.put("agentsPendingWrapUp", wrapUps.pending(task));
        return more;
    }

    /** He did not pick up. */
    void rona(Task task) {
        unanswered(task, "AgentOfferContactRona", new Reason("RONA_TIMER_EXPIRED", 1060));
        desk.rona(task.agent());
    }

    /** His telephone cannot be reached. */
    void unreachable(Task task) {
        unanswered(task, "AgentInviteFailed", new Reason("AGENT_DEVICE_UNREACHABLE", 1061));
    }

    /** He turns it away at his telephone. */
    void decline(Task task) {
        unanswered(task, "AgentContactAssignFailed", Reason.DECLINED);
        desk.declined(task.agent());
    }

    /** He turns it away by a request; what tells him so is not confirmed (sheet 10.1, 5). */
    void reject(Task task, boolean failed, boolean ended) {
        Agent agent = task.agent();
        over(task, false);
        if (failed) {
            publisher.contact(agent, "AgentContactAssignFailed", task, publisher.failure(Reason.DECLINED));
        }
        if (ended) {
            publisher.contact(
                    agent, "ContactEnded", task, Map.of("terminatingParty", AGENT, "agentsPendingWrapUp", List.of()));
        }
        agent.remove(task);
        desk.declined(agent);
    }

    /** Nothing is to be wrapped up of it (sheet 6.2). */
    private void unanswered(Task task, String type, Reason reason) {
        Agent agent = task.agent();
        over(task, false);
        publisher.contact(agent, type, task, publisher.failure(reason));
        agent.remove(task);
    }

    // ---- the end

    /** The customer hangs up, wherever the call is on its way. */
    void customerGone(Task task) {
        if (task.phase() == Phase.CONNECTED) {
            end(task, CUSTOMER);
        } else {
            fail(task, reasons.rejects(), CUSTOMER);
        }
    }

    /** The agent ends it before anybody has answered. */
    void cancel(Task task) {
        boolean due = task.phase() == Phase.DIALING && room.rules().dial().wrapUpUnanswered();
        if (room.rules().dial().cancel() == Cancel.ENDED) {
            ended(task, over(task, due), AGENT, null);
            return;
        }
        over(task, due);
        Agent agent = task.agent();
        publisher.contact(agent, "AgentOutboundFailed", task, failure(task, reasons.agentEnds(), AGENT));
        rest(task, List.of(agent));
    }

    void end(Task task, String party) {
        end(task, party, null);
    }

    /** All who are in it are out of it. @param by who ended it, if he is not to be told that it has ended */
    void end(Task task, String party, Agent by) {
        ended(task, over(task, true), party, by);
    }

    private void ended(Task task, List<Agent> agents, String party, Agent by) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("terminatingParty", party);
        more.put("agentsPendingWrapUp", wrapUps.pending(task));
        boolean quiet = by != null && !room.rules().calls().endEchoed();
        agents.stream()
                .filter(agent -> !quiet || agent != by)
                .forEach(agent -> publisher.contact(agent, "ContactEnded", task, more));
        rest(task, agents.stream().filter(agent -> !quiet || agent != by).toList());
        if (quiet) {
            untold(task, by);
        }
    }

    private void untold(Task task, Agent by) {
        if (task.of(by).wrapUp()) {
            task.of(by).beginWrapUp();
        } else {
            wrapUps.leave(task, by);
        }
    }

    /** Nobody talks any more. @param due whether agents who were in it have to wrap up @return who were in it */
    private List<Agent> over(Task task, boolean due) {
        List<Agent> agents = task.agents();
        room.progress().cancel(task);
        task.consult().ifPresent(consult -> room.consults().cancel(consult));
        for (Agent agent : agents) {
            Participant he = task.of(agent);
            boolean consulted = task.consult()
                    .flatMap(Consult::colleague)
                    .filter(one -> one == agent)
                    .isPresent();
            if (due && he.joined() && !consulted) {
                wrapUps.due(task, agent);
            } else {
                he.leave();
            }
        }
        task.consult(null);
        task.customer().leave();
        task.main().hold(false);
        task.become(Phase.ENDED);
        return agents;
    }

    /** Wrap-ups are told after the end. */
    private void rest(Task task, List<Agent> agents) {
        for (Agent agent : agents) {
            if (task.of(agent).wrapUp()) {
                wrapUps.tell(task, agent);
            } else {
                wrapUps.leave(task, agent);
            }
        }
    }

    /** One agent leaves what others go on with, and wraps up. */
    void leave(Task task, Agent agent) {
        task.main().remove(agent.id());
        wrapUps.due(task, agent);
        wrapUps.tell(task, agent);
    }

    /** All of his: nothing of it is left to be wrapped up. */
    void endAll(Agent agent) {
        for (Task task : agent.tasks()) {
            if (task.live()) {
                ended(task, over(task, false), SYSTEM, null);
            }
            if (agent.task(task.id()).isPresent()) {
                wrapUps.finish(task, agent);
            }
        }
    }
}
