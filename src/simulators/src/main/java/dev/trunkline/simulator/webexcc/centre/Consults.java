package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.webexcc.centre.CallRules.Phones;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asking somebody while the customer waits (sheet 4). On the lane. */
public final class Consults {
    /** Guessed. */
    private static final Reason NOT_ANSWERED = new Reason("CONSULT_NOT_ANSWERED", 1047);

    private static final String FAILED = "AgentConsultFailed";

    private final Room room;
    private final Controls controls;
    private final Desk desk;
    private final Publisher publisher;

    Consults(Room room, Controls controls, Desk desk) {
        this.room = room;
        this.controls = controls;
        this.desk = desk;
        publisher = room.publisher();
    }

    public void consult(Agent agent, String id, Body body) {
        boolean holds = body.flag("holdParticipants", true);
        Destination.of(body, Destination.OF_CONSULT, room.rules().calls()).ifPresent(to -> {
            String failure = failure(to.queue());
            controls.mine(agent, id, failure).ifPresent(task -> {
                Optional<Agent> colleague = to.agent() ? to.colleague(room.staff(), agent) : Optional.empty();
                boolean free = Controls.talks(task, agent) && task.consult().isEmpty();
                if (!free || task.owner().filter(owner -> owner == agent).isEmpty()) {
                    publisher.failed(agent, failure, task, Controls.WRONG_STATE);
                } else if (to.agent() ? colleague.isEmpty() : !couldExist(to)) {
                    publisher.failed(agent, failure, task, Transfers.NOBODY);
                } else {
                    begin(task, new Consult(agent, to.to(), to.type()), holds, colleague);
                }
            });
        });
    }

    /** That a number is none is found out by calling it. */
    private boolean couldExist(Destination to) {
        return to.exists(room.staff()) || room.staff().farEnd(to.to()) == FarEnd.INVALID_NUMBER;
    }

    private static String failure(boolean ofQueue) {
        return ofQueue ? "AgentCtqFailed" : FAILED;
    }

    private void begin(Task task, Consult consult, boolean holds, Optional<Agent> colleague) {
        task.consult(consult);
        task.state("consult");
        publisher.contact(consult.by(), "AgentConsultCreated", task, more(task, consult));
        if (holds && !task.main().hold()) {
            task.main().hold(true);
            publisher.contact(consult.by(), "AgentContactHeld", task);
        }
        Optional<Agent> next = consult.ofQueue() ? Destination.next(room.staff(), consult.by()) : colleague;
        if (next.isPresent()) {
            ring(task, consult, next.get());
        } else if (!consult.ofQueue()) {
            call(task, consult);
        }
    }

    private static Map<String, Object> more(Task task, Consult consult) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("consultMediaResourceId", consult.media().id());
        more.put("consultingAgentId", consult.by().id());
        more.put("destinationType", consult.type());
        consult.colleague().ifPresent(colleague -> more.put("destAgentId", colleague.id()));
        return more;
    }

    /** At a colleague's telephone. */
    private void ring(Task task, Consult consult, Agent colleague) {
        Participant he = Participant.of(colleague);
        he.offer();
        he.consult("consultReserved", true);
        task.addBeside(he);
        consult.ring(he);
        colleague.add(task);
        Map<String, Object> more = more(task, consult);
        more.put("isConsulted", true);
        publisher.contact(colleague, "AgentOfferConsult", task, more);
        if (room.rules().calls().agentPhones() == Phones.AUTO_ANSWER) {
            next(consult, room.timing().agentLeg(), () -> answer(task, consult));
        } else {
            next(consult, room.timing().rona(), () -> {
                fail(task, consult);
                desk.rona(colleague);
            });
        }
    }

    private void next(Consult consult, Duration delay, Runnable step) {
        room.consults().next(consult, delay, step);
    }

    /** Outside, or at an entry point. */
    private void call(Task task, Consult consult) {
        boolean entryPoint = consult.type().equals(Destination.ENTRY_POINT);
        Participant party = Participant.outside(consult.to(), entryPoint ? "EP-DN" : "DN");
        task.addBeside(party);
        consult.ring(party);
        FarEnd end = entryPoint ? FarEnd.ANSWERS : room.staff().farEnd(consult.to());
        Timing timing = room.timing();
        switch (end) {
            case BUSY -> next(consult, timing.busy(), () -> fail(task, consult));
            case NO_ANSWER -> next(consult, timing.noAnswer(), () -> fail(task, consult));
            case REJECTS -> next(consult, timing.ring(), () -> fail(task, consult));
            case INVALID_NUMBER -> next(consult, timing.settle(), () -> fail(task, consult));
            default -> next(consult, timing.ring(), () -> answer(task, consult));
        }
    }

    private void answer(Task task, Consult consult) {
        room.consults().cancel(consult);
        consult.answer();
        Participant party = consult.party().orElseThrow();
        party.join();
        party.consult("consulting", true);
        task.of(consult.by()).consult("consulting", false);
        task.state("consulting");
        publisher.all("AgentConsulting", task, more(task, consult));
    }

    private void fail(Task task, Consult consult) {
        Map<String, Object> more = more(task, consult);
        more.putAll(publisher.failure(NOT_ANSWERED));
        over(task, consult, failure(consult.ofQueue()), more);
    }

    /** It is no more; the customer still waits. */
    private void over(Task task, Consult consult, String event, Map<String, Object> more) {
        room.consults().cancel(consult);
        task.state("connected");
        task.of(consult.by()).consult(null, false);
        task.consult(null);
        consult.party().ifPresent(party -> {
            party.leave();
            party.consult(null, false);
        });
        publisher.all(event, task, more);
        consult.party().ifPresent(party -> {
            party.agent().ifPresent(colleague -> colleague.remove(task));
            task.remove(party);
        });
    }

    /** The called colleague takes it by a request. */
    public void accept(Agent agent, String id) {
        String failure = "AgentContactAssignFailed";
        controls.mine(agent, id, failure).ifPresent(task -> {
            Optional<Consult> mine = task.consult().filter(consult -> consult.colleague()
                    .filter(one -> one == agent && !consult.talks())
                    .isPresent());
            mine.ifPresentOrElse(
                    consult -> answer(task, consult),
                    () -> publisher.failed(agent, failure, task, Controls.WRONG_STATE));
        });
    }

    /** By either; one that waits in a queue is cancelled. */
    public void end(Agent agent, String id, Body body) {
        boolean cancels = !body.text("queueId", Limits.ID).isEmpty();
        String failure = cancels ? "AgentCtqCancelFailed" : "AgentConsultEndFailed";
        controls.mine(agent, id, failure).ifPresent(task -> {
            Optional<Consult> consult = task.consult().filter(one -> !cancels || one.ofQueue() && !one.talks());
            consult.ifPresentOrElse(
                    one -> over(task, one, cancels ? "AgentCtqCancelled" : "AgentConsultEnded", more(task, one)),
                    () -> publisher.failed(agent, failure, task, Controls.WRONG_STATE));
        });
    }
}
