package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.webexcc.centre.CallRules.Talk.Vteam;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import java.util.Map;
import java.util.Optional;

/** Giving a call away without asking first (sheet 4). On the lane. */
public final class Transfers {
    /** Guessed. */
    static final Reason NOBODY = new Reason("DESTINATION_NOT_AVAILABLE", 1046);

    private final Room room;
    private final CallFlow flow;
    private final Endings endings;
    private final Controls controls;
    private final Publisher publisher;

    Transfers(Room room, CallFlow flow, Endings endings, Controls controls) {
        this.room = room;
        this.flow = flow;
        this.endings = endings;
        this.controls = controls;
        publisher = room.publisher();
    }

    public void transfer(Agent agent, String id, Body body) {
        Destination.of(body, Destination.OF_TRANSFER, room.rules().calls()).ifPresent(to -> {
            String failure = to.queue() ? "AgentVteamTransferFailed" : "AgentBlindTransferFailed";
            controls.mine(agent, id, failure).ifPresent(task -> {
                if (!Controls.talks(task, agent) || task.consult().isPresent() || task.insiders() > 1) {
                    publisher.failed(agent, failure, task, Controls.WRONG_STATE);
                } else if (to.agent()) {
                    toColleague(agent, task, to);
                } else if (!to.exists(room.staff())) {
                    publisher.failed(agent, failure, task, NOBODY);
                } else if (to.queue()) {
                    toQueue(agent, task);
                } else {
                    publisher.contact(agent, "AgentBlindTransferred", task, Map.of("destinationType", to.type()));
                    outside(agent, task);
                }
            });
        });
    }

    private void toColleague(Agent agent, Task task, Destination to) {
        to.colleague(room.staff(), agent)
                .ifPresentOrElse(
                        colleague -> {
                            publisher.contact(
                                    agent,
                                    "AgentBlindTransferred",
                                    task,
                                    Map.of("destAgentId", colleague.id(), "destinationType", to.type()));
                            give(agent, task, colleague);
                        },
                        () -> publisher.failed(agent, "AgentBlindTransferFailed", task, NOBODY));
    }

    /** Who is free there gets it; else the customer waits, and nobody here sees him any more. */
    private void toQueue(Agent agent, Task task) {
        boolean small = room.rules().calls().talk().vteam() == Vteam.SMALL;
        publisher.contact(
                agent,
                small ? "AgentVteamTransferred" : "AgentVTeamTransferred",
                task,
                Map.of("destinationType", Destination.QUEUE));
        Optional<Agent> next = Destination.next(room.staff(), agent);
        next.ifPresentOrElse(colleague -> give(agent, task, colleague), () -> {
            outside(agent, task);
            task.queue(true);
        });
    }

    /** Who is free takes a contact that waits in a queue. */
    public void assign(Agent agent, String id) {
        Optional<Task> waiting = room.tasks()
                .find(id)
                .filter(task -> task.queued() && agent.station().isPresent() && !agent.engaged());
        if (waiting.isEmpty()) {
            publisher.failed(agent, "AgentContactAssignFailed", id, NOBODY);
            return;
        }
        Task task = waiting.get();
        task.queue(false);
        task.add(Participant.of(agent));
        task.own(agent);
        agent.add(task);
        task.become(Phase.AGENT_RINGING);
        flow.pickUp(task);
    }

    private void give(Agent agent, Task task, Agent colleague) {
        task.main().hold(false);
        endings.leave(task, agent);
        task.add(Participant.of(colleague));
        task.own(colleague);
        colleague.add(task);
        task.become(Phase.AGENT_RINGING);
        flow.offer(task);
    }

    /** The customer talks on where no agent is. */
    private void outside(Agent agent, Task task) {
        room.progress().cancel(task);
        task.become(Phase.TRANSFERRED);
        endings.leave(task, agent);
    }
}
