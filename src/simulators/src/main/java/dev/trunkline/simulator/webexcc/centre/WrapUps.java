package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.webexcc.centre.CallRules.WrapUpTold;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import java.util.List;
import java.util.Map;

/** The work after a call: until it is finished the agent's channel is engaged (sheet 4, 6.2). On the lane. */
public final class WrapUps {
    /** Guessed. */
    private static final Reason NOT_DUE = new Reason("WRAPUP_NOT_DUE", 1041);

    private static final Reason UNKNOWN_CODE = new Reason("INVALID_AUX_CODE", 1009);

    private final Room room;
    private final Desk desk;

    WrapUps(Room room, Desk desk) {
        this.room = room;
        this.desk = desk;
    }

    /** It is due now, whoever is told so. */
    void due(Task task, Agent agent) {
        task.of(agent).leave();
        task.of(agent).wrapUp(true);
        if (room.rules().calls().serverWrapUp()) {
            room.lane().after(room.timing().wrapUp(), () -> {
                if (task.of(agent).wrapUp() && agent.task(task.id()).isPresent()) {
                    finish(task, agent);
                }
            });
        }
    }

    /** Who owes one, as an event about the end has it. */
    List<String> pending(Task task) {
        return room.rules().calls().wrapUpTold() == WrapUpTold.EVENT ? List.of() : task.pendingWrapUp();
    }

    void tell(Task task, Agent agent) {
        task.of(agent).beginWrapUp();
        if (room.rules().calls().wrapUpTold() != WrapUpTold.PENDING) {
            room.publisher().contact(agent, "AgentWrapup", task, Map.of("agentsPendingWrapUp", task.pendingWrapUp()));
        }
    }

    /** He says how it went. */
    void wrapUp(Agent agent, Task task, Body body) {
        String code = body.required("auxCodeId", Limits.ID);
        body.required("wrapUpReason", Limits.REASON);
        if (!task.of(agent).wrapUp()) {
            room.publisher().failed(agent, "AgentWrapupFailed", task, NOT_DUE);
            return;
        }
        Catalogue.code(code, Catalogue.WRAP_UP)
                .ifPresentOrElse(known -> finish(task, agent, known), () -> room.publisher()
                        .failed(agent, "AgentWrapupFailed", task, UNKNOWN_CODE));
    }

    /** With the usual code. */
    void finish(Task task, Agent agent) {
        finish(task, agent, Catalogue.usual(Catalogue.WRAP_UP));
    }

    private void finish(Task task, Agent agent, Catalogue.Code code) {
        task.of(agent).wrapUp(false);
        room.publisher()
                .contact(
                        agent,
                        "AgentWrappedUp",
                        task,
                        Map.of(
                                "wrapUpAuxCodeId",
                                code.id(),
                                "wrapUpReason",
                                code.name(),
                                "agentsPendingWrapUp",
                                List.of()));
        leave(task, agent);
    }

    /** He has nothing to do with it any more. */
    void leave(Task task, Agent agent) {
        agent.remove(task);
        desk.afterContact(agent, task);
    }
}
