package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.webexcc.centre.DialRules.InvalidNumber;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How calls are made (sheet 3). On the lane. */
public final class Dialling {
    /** Guessed. */
    private static final Reason NOT_AVAILABLE = new Reason("AGENT_NOT_AVAILABLE", 1036);

    private final Room room;
    private final CallFlow flow;
    private final Endings endings;
    private final DialRules rules;

    Dialling(Room room, CallFlow flow, Endings endings) {
        this.room = room;
        this.flow = flow;
        this.endings = endings;
        rules = room.rules().dial();
    }

    /** How the other end of the number in this request behaves, before anything is checked. */
    public FarEnd farEnd(Body body) {
        return room.staff().farEnd(body.text("destination", Limits.DESTINATION));
    }

    /** Accepted, which says nothing of a call yet. @return the task's id */
    public String dial(Agent agent, Body body) {
        DialRequest request = DialRequest.of(body, rules);
        if (!rules.enabled()) {
            throw ApiErrorException.forbidden("Outdial is not enabled for this agent.");
        }
        if (!rules.configured()) {
            throw new ApiErrorException(500, "INTERNAL_SERVER_ERROR", "Internal server error.", "");
        }
        FarEnd end = room.staff().farEnd(request.destination());
        if (end == FarEnd.INVALID_NUMBER && rules.invalidNumber() == InvalidNumber.REFUSED) {
            throw new ApiErrorException(400, "INVALID_DESTINATION", "Invalid destination.", "destination");
        }
        return request.outboundType().equals(DialRequest.OUTDIAL)
                ? outdial(agent, request, end)
                : later(agent, request, end);
    }

    private String outdial(Agent agent, DialRequest request, FarEnd end) {
        Optional<Reason> refusal = refusal(agent);
        Task task = task(agent, request, end, Phase.WAITING);
        if (room.faults().active("silent", agent.name())) {
            task.silence(true);
        }
        if (refusal.isPresent()) {
            task.become(Phase.ENDED);
            Map<String, Object> more = room.publisher().failure(refusal.get());
            more.put("agentsPendingWrapUp", List.of());
            room.publisher().contact(agent, "AgentOutboundFailed", task, more);
            return task.id();
        }
        room.tasks().place(task);
        flow.reserve(task);
        goOn(task, agent.name());
        return task.id();
    }

    /** What the platform itself has against it, which it tells by an event. */
    private Optional<Reason> refusal(Agent agent) {
        if (agent.station().isEmpty()) {
            return Optional.of(Reason.NO_SESSION);
        }
        if (engaged(agent) || room.faults().active("no-channel", agent.name())) {
            return Optional.of(rules.reasons().noChannel());
        }
        return rules.needsAvailable() && !agent.available() ? Optional.of(NOT_AVAILABLE) : Optional.empty();
    }

    /** Whether a wrap-up does is what one integrator says (sheet 6.2). */
    private boolean engaged(Agent agent) {
        return rules.wrapUpGate() ? agent.engaged() : agent.tasks().stream().anyMatch(Task::live);
    }

    private Task task(Agent agent, DialRequest request, FarEnd end, Phase phase) {
        boolean plain =
                !request.destination().startsWith("+") && request.destination().length() > 6;
        String number = plain && rules.addsPlus() ? "+" + request.destination() : request.destination();
        Task.Call call = new Task.Call(
                "OUTBOUND", request.outboundType(), number, request.origin(), request.entryPointId(), agent);
        Task task = new Task(Ids.next(), call, agent, phase, end);
        task.data().putAll(request.attributes());
        return task;
    }

    /** Most are offered to the agent at his telephone, some have a fault. */
    private void goOn(Task task, String agent) {
        Optional<Fault> early = room.faults().take("fail-early", agent);
        if (early.isPresent()) {
            endings.failEarly(task, reason(early.get(), rules.reasons().busy()));
            return;
        }
        flow.offer(task);
        room.faults().take("rona", agent).ifPresent(fault -> instead(task, fault, () -> endings.rona(task)));
        room.faults()
                .take("agent-declines", agent)
                .ifPresent(fault -> instead(task, fault, () -> endings.decline(task)));
        room.faults()
                .take("agent-unreachable", agent)
                .ifPresent(fault -> instead(task, fault, () -> endings.unreachable(task)));
        room.faults()
                .take("outbound-failed", agent)
                .ifPresent(fault -> instead(
                        task,
                        fault,
                        () -> endings.fail(
                                picked(task), reason(fault, rules.reasons().busy()), Endings.SYSTEM)));
        room.faults()
                .take("unknown-reason", agent)
                .ifPresent(fault -> instead(
                        task,
                        fault,
                        () -> endings.fail(
                                picked(task), reason(fault, new Reason("SIMULATED_UNKNOWN", 9999)), Endings.SYSTEM)));
    }

    private static Task picked(Task task) {
        task.agent();
        task.of(task.agent()).join();
        return task;
    }

    private void instead(Task task, Fault fault, Runnable step) {
        room.progress().next(task, fault.duration(room.timing().agentLeg()), step);
    }

    private static Reason reason(Fault fault, Reason usual) {
        return new Reason(
                fault.text() == null ? usual.word() : fault.text(),
                fault.status() == null ? usual.code() : fault.status());
    }

    /** A flow calls the customer; a callback is then offered to the agent if he can take it (sheet 3.1). */
    private String later(Agent agent, DialRequest request, FarEnd end) {
        Task task = task(agent, request, end, Phase.WAITING);
        task.remove(task.of(agent));
        task.own(null);
        room.tasks().place(task);
        boolean answers =
                end != FarEnd.BUSY && end != FarEnd.NO_ANSWER && end != FarEnd.REJECTS && end != FarEnd.INVALID_NUMBER;
        room.progress().next(task, room.timing().ring(), () -> {
            boolean offers = request.outboundType().equals(DialRequest.CALLBACK)
                    && answers
                    && agent.available()
                    && !agent.engaged();
            if (!offers) {
                task.become(Phase.ENDED);
                return;
            }
            task.customer().join();
            task.own(agent);
            task.add(Participant.of(agent));
            agent.add(task);
            flow.reserve(task);
            flow.offer(task);
        });
        return task.id();
    }
}
