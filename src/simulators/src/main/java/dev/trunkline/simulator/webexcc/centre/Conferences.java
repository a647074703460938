package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.webexcc.centre.CallRules.Told;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Bringing whom one has consulted to the customer, and leaving (sheet 4). On the lane. */
public final class Conferences {
    private static final String CONFERENCE = "conference";
    /** Guessed. */
    private static final Reason FULL = new Reason("CONFERENCE_IS_FULL", 1048);

    private static final Reason STRANGER = new Reason("PARTICIPANT_NOT_FOUND", 1049);

    private final Room room;
    private final Endings endings;
    private final Controls controls;
    private final Publisher publisher;
    private final CallRules.Talk rules;

    Conferences(Room room, Endings endings, Controls controls) {
        this.room = room;
        this.endings = endings;
        this.controls = controls;
        publisher = room.publisher();
        rules = room.rules().calls().talk();
    }

    // ---- out of a consult

    /** The customer talks to whom was asked, without him who asked. */
    public void transfer(Agent agent, String id, Body body) {
        Destination.of(body, Destination.OF_CONSULTED, room.rules().calls()).ifPresent(to -> {
            String failure = "AgentConsultTransferFailed";
            controls.mine(agent, id, failure).ifPresent(task -> {
                Optional<Consult> consult = consult(task, agent, to.to());
                if (consult.isEmpty()) {
                    publisher.failed(agent, failure, task, Controls.WRONG_STATE);
                    return;
                }
                Map<String, Object> more = new LinkedHashMap<>();
                more.put("fromOwner", agent.id());
                more.put("destinationType", to.type());
                consult.get().colleague().ifPresent(colleague -> {
                    more.put("toOwner", colleague.id());
                    more.put("destAgentId", colleague.id());
                });
                join(task, consult.get());
                task.state("connected");
                consult.get().colleague().ifPresent(task::own);
                tell(task, rules.consultTransfer(), "AgentConsultTransferring", "AgentConsultTransferred", more);
                if (consult.get().colleague().isEmpty()) {
                    task.become(Phase.TRANSFERRED);
                }
                endings.leave(task, agent);
            });
        });
    }

    private static Optional<Consult> consult(Task task, Agent agent, String to) {
        return task.consult()
                .filter(one -> one.talks() && one.by() == agent)
                .filter(one -> one.to().equals(to)
                        || one.colleague().filter(him -> him.id().equals(to)).isPresent());
    }

    /** Whom he asked is in the main call now. */
    private static void join(Task task, Consult consult) {
        Participant party = consult.party().orElseThrow();
        task.add(party);
        party.consult(null, false);
        task.of(consult.by()).consult(null, false);
        task.main().hold(false);
        task.consult(null);
    }

    private void tell(Task task, Told which, String first, String second, Map<String, Object> more) {
        if (which != Told.SECOND) {
            publisher.all(first, task, more);
        }
        if (which != Told.FIRST) {
            publisher.all(second, task, more);
        }
    }

    /** All three talk. */
    public void merge(Agent agent, String id, Body body) {
        String to = body.required("to", Limits.DIAL_NUMBER);
        body.text("agentId", Limits.ID);
        if (body.has("destinationType")
                && Destination.of(body, Destination.OF_CONSULTED, room.rules().calls())
                        .isEmpty()) {
            return;
        }
        String failure = "AgentConsultConferenceFailed";
        controls.mine(agent, id, failure).ifPresent(task -> {
            Optional<Consult> consult = consult(task, agent, to);
            if (consult.isEmpty()) {
                publisher.failed(agent, failure, task, Controls.WRONG_STATE);
            } else if (task.insiders() + 1 > Limits.CONFERENCE) {
                publisher.failed(agent, failure, task, FULL);
            } else {
                Participant party = consult.get().party().orElseThrow();
                join(task, consult.get());
                task.state(CONFERENCE);
                tell(
                        task,
                        rules.conferencing(),
                        "AgentConsultConferencing",
                        "AgentConsultConferenced",
                        participant(party));
                publisher.all("ParticipantJoinedConference", task, participant(party));
            }
        });
    }

    private static Map<String, Object> participant(Participant one) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("participantId", one.id());
        more.put("participantType", one.type());
        more.put("isConferencing", true);
        return more;
    }

    // ---- out of a conference

    public void exit(Agent agent, String id) {
        leave(
                agent,
                id,
                "ParticipantLeftConferenceFailed",
                (task, more) ->
                        tell(task, rules.exit(), "ParticipantLeftConference", "AgentConsultConferenceEnded", more));
    }

    public void handOver(Agent agent, String id) {
        if (!rules.conferenceTransfer()) {
            throw ApiErrorException.notFound("conference/transfer");
        }
        leave(
                agent,
                id,
                "AgentConferenceTransferFailed",
                (task, more) -> publisher.all("AgentConferenceTransferred", task, more));
    }

    private void leave(Agent agent, String id, String failure, BiConsumer<Task, Map<String, Object>> tells) {
        controls.mine(agent, id, failure).ifPresent(task -> {
            if (!conference(task, agent)) {
                publisher.failed(agent, failure, task, Controls.WRONG_STATE);
                return;
            }
            Participant he = task.of(agent);
            he.leave();
            Optional<Agent> heir =
                    task.agents().stream().filter(one -> one != agent).findFirst();
            boolean owned = task.owner().filter(owner -> owner == agent).isPresent();
            heir.filter(any -> owned).ifPresent(task::own);
            settle(task);
            tells.accept(task, participant(he));
            if (heir.isEmpty()) {
                task.become(Phase.TRANSFERRED);
            }
            endings.leave(task, agent);
            heir.filter(any -> owned)
                    .ifPresent(one -> publisher.contact(
                            one, "ContactOwnerChanged", task, Map.of("fromOwner", agent.id(), "toOwner", one.id())));
        });
    }

    private static boolean conference(Task task, Agent agent) {
        return Controls.talks(task, agent) && task.state(agent).equals(CONFERENCE);
    }

    /** One beside the customer is a conference no more. */
    private static void settle(Task task) {
        if (task.insiders() < 2) {
            task.state("connected");
        }
    }

    /** Somebody else has to leave. */
    public void drop(Agent agent, String id, String participantId) {
        if (!rules.dropParticipant()) {
            throw ApiErrorException.notFound("participants");
        }
        String failure = "ParticipantDropConferenceFailed";
        controls.mine(agent, id, failure).ifPresent(task -> {
            Optional<Participant> party = task.participant(participantId)
                    .filter(one -> one.joined() && one != task.of(agent) && one != task.customer());
            if (!conference(task, agent) || party.isEmpty()) {
                publisher.failed(agent, failure, task, STRANGER);
                return;
            }
            party.get().leave();
            settle(task);
            List<Agent> told = task.agents();
            told.forEach(one -> publisher.contact(one, "ParticipantLeftConference", task, participant(party.get())));
            party.get().agent().ifPresentOrElse(one -> endings.leave(task, one), () -> task.remove(party.get()));
        });
    }
}
