package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.webexcc.centre.CallRules.Phones;
import dev.trunkline.simulator.webexcc.centre.DialRules.Assigned;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reasons;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of a task from its reservation until they talk (sheet 3.3, 6). On the lane. */
final class CallFlow {
    private final Room room;
    private final Endings endings;
    private final Publisher publisher;
    private final Timing timing;
    private final Reasons reasons;

    CallFlow(Room room, Endings endings) {
        this.room = room;
        this.endings = endings;
        publisher = room.publisher();
        timing = room.timing();
        reasons = room.rules().dial().reasons();
    }

    private void next(Task task, Duration delay, Runnable step) {
        room.progress().next(task, delay, step);
    }

    /** His own telephone rings first (sheet 3.3). */
    void reserve(Task task) {
        Agent agent = task.agent();
        task.become(Phase.AGENT_RINGING);
        publisher.contact(agent, "AgentContactReserved", task);
    }

    void offer(Task task) {
        Agent agent = task.agent();
        task.of(agent).offer();
        publisher.contact(agent, "AgentOfferContact", task);
        boolean browser = agent.station()
                .filter(at -> at.login().deviceType().equals(Station.BROWSER))
                .isPresent();
        boolean picksUp = room.rules().calls().agentPhones() == Phones.AUTO_ANSWER
                || task.call().placer() == agent;
        if (picksUp && (!browser || room.rules().desk().browserAnswers())) {
            next(task, timing.agentLeg(), () -> pickUp(task));
        } else {
            next(task, timing.rona(), () -> endings.rona(task));
        }
    }

    /** He has picked up: the customer is called, or waits already. */
    void pickUp(Task task) {
        Agent agent = task.agent();
        task.of(agent).join();
        if (!task.call().outbound() || task.customer().joined()) {
            connect(task, true);
            return;
        }
        task.become(Phase.DIALING);
        boolean assigned = room.rules().dial().assigned() == Assigned.AT_AGENT_LEG;
        if (assigned) {
            task.state("connected");
            publisher.contact(agent, "AgentContactAssigned", task);
        } else if (room.rules().dial().tellsAgentJoined()) {
            publisher.contact(agent, "ContactUpdated", task);
        }
        callCustomer(task);
    }

    private void callCustomer(Task task) {
        switch (task.farEnd()) {
            case BUSY -> next(task, timing.busy(), () -> endings.fail(task, reasons.busy(), Endings.CUSTOMER));
            case NO_ANSWER ->
                next(task, timing.noAnswer(), () -> endings.fail(task, reasons.noAnswer(), Endings.SYSTEM));
            case REJECTS -> next(task, timing.ring(), () -> endings.fail(task, reasons.rejects(), Endings.CUSTOMER));
            case INVALID_NUMBER ->
                next(task, timing.settle(), () -> endings.fail(task, reasons.invalid(), Endings.SYSTEM));
            case STREAM_CUT -> {
                publisher.notifier().cut(task.agent());
                next(task, timing.ring(), () -> answer(task));
            }
            default -> next(task, timing.ring(), () -> answer(task));
        }
    }

    /** The customer has answered. */
    void answer(Task task) {
        task.customer().join();
        boolean already = task.state(task.agent()).equals("connected");
        connect(task, !already);
        if (task.farEnd() == FarEnd.SHORT_CALL) {
            next(task, timing.shortCall(), () -> endings.end(task, Endings.CUSTOMER));
        }
    }

    /** @param assigned whether that is how it is told */
    private void connect(Task task, boolean assigned) {
        Agent agent = task.agent();
        task.customer().join();
        task.become(Phase.CONNECTED);
        if (task.state(agent).equals("new")) {
            task.state("connected");
        }
        room.progress().cancel(task);
        Map<String, String> more = new LinkedHashMap<>();
        task.reservation().ifPresent(id -> more.put("reservationInteractionId", id));
        publisher.contact(agent, assigned ? "AgentContactAssigned" : "ContactUpdated", task, more);
        if (room.rules().calls().recording() && task.recording() == Task.Recording.NONE) {
            room.lane().after(timing.settle(), () -> record(task));
        }
    }

    private void record(Task task) {
        if (task.phase() == Phase.CONNECTED && task.recording() == Task.Recording.NONE) {
            task.recording(Task.Recording.ON);
            publisher.all("ContactRecordingStarted", task, Map.of());
        }
    }

    /** The customer answers now; the agent's telephone is picked up before if that is still to be done. */
    void answerNow(Task task) {
        if (task.phase() == Phase.AGENT_RINGING) {
            pickUp(task);
        }
        if (task.phase() == Phase.DIALING) {
            answer(task);
        }
    }
}
