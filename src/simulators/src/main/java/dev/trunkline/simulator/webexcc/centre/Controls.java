package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.webexcc.centre.CallRules.PatchEnded;
import dev.trunkline.simulator.webexcc.centre.CallRules.RejectTold;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import dev.trunkline.simulator.webexcc.centre.Task.Recording;
import java.util.Map;
import java.util.Optional;

/** What an agent does with a contact of his but consult and transfer (sheet 4). On the lane. */
public final class Controls {
    /** Guessed: a word for all that does not go in the state that a contact is in. */
    static final Reason WRONG_STATE = new Reason("INVALID_TASK_STATE", 1042);

    private static final Reason UNKNOWN_TASK = new Reason("TASK_NOT_FOUND", 1043);
    private static final Reason WRONG_MEDIA = new Reason("MEDIA_RESOURCE_NOT_FOUND", 1044);
    private static final String MEDIA = "mediaResourceId";

    private final Room room;
    private final CallFlow flow;
    private final Endings endings;
    private final WrapUps wrapUps;
    private final Publisher publisher;
    private final CallRules rules;

    Controls(Room room, CallFlow flow, Endings endings, WrapUps wrapUps) {
        this.room = room;
        this.flow = flow;
        this.endings = endings;
        this.wrapUps = wrapUps;
        publisher = room.publisher();
        rules = room.rules().calls();
    }

    /** The contact, if it is on his desk; what else is said about it is a matter of the installation. @param failure the event */
    Optional<Task> mine(Agent agent, String id, String failure) {
        Optional<Task> task = agent.task(id);
        if (task.isEmpty() && rules.unknownTaskStatus() > 0) {
            throw new ApiErrorException(rules.unknownTaskStatus(), UNKNOWN_TASK.word(), "Task is not found.", id);
        }
        if (task.isEmpty()) {
            publisher.failed(agent, failure, id, UNKNOWN_TASK);
        }
        return task;
    }

    public void end(Agent agent, String id) {
        if (!rules.endCallEnabled()) {
            throw ApiErrorException.forbidden("Agents may not end calls.");
        }
        mine(agent, id, "AgentContactEndFailed").ifPresent(task -> {
            if (!task.live() || task.of(agent).wrapUp() || task.phase() == Phase.WAITING || consulted(task, agent)) {
                publisher.failed(agent, "AgentContactEndFailed", task, WRONG_STATE);
            } else if (task.phase() == Phase.CONNECTED) {
                endings.end(task, Endings.AGENT, agent);
            } else {
                endings.cancel(task);
            }
        });
    }

    /** He is only asked; what he ends is the consult. */
    private static boolean consulted(Task task, Agent agent) {
        return task.consult()
                .flatMap(Consult::colleague)
                .filter(one -> one == agent)
                .isPresent();
    }

    public void hold(Agent agent, String id, Body body) {
        hold(agent, id, body.required(MEDIA, Limits.ID), true);
    }

    public void unhold(Agent agent, String id, Body body) {
        hold(agent, id, body.required(MEDIA, Limits.ID), false);
    }

    private void hold(Agent agent, String id, String media, boolean on) {
        String unhold = rules.talk().smallUnhold() ? "AgentContactUnholdFailed" : "AgentContactUnHoldFailed";
        String failure = on ? "AgentContactHoldFailed" : unhold;
        mine(agent, id, failure).ifPresent(task -> {
            Optional<Media> which = media(task, media);
            if (which.isEmpty()) {
                publisher.failed(agent, failure, task, WRONG_MEDIA);
            } else if (!talks(task, agent) || which.get().hold() == on) {
                publisher.failed(agent, failure, task, WRONG_STATE);
            } else {
                which.get().hold(on);
                publisher.all(on ? "AgentContactHeld" : "AgentContactUnheld", task, Map.of(MEDIA, media));
            }
        });
    }

    private static Optional<Media> media(Task task, String id) {
        if (task.main().id().equals(id)) {
            return Optional.of(task.main());
        }
        return task.consult().map(Consult::media).filter(media -> media.id().equals(id));
    }

    /** Whether he is in a call with somebody. */
    static boolean talks(Task task, Agent agent) {
        return task.phase() == Phase.CONNECTED && task.of(agent).joined();
    }

    public void wrapUp(Agent agent, String id, Body body) {
        body.required("auxCodeId", Limits.ID);
        body.required("wrapUpReason", Limits.REASON);
        mine(agent, id, "AgentWrapupFailed").ifPresent(task -> wrapUps.wrapUp(agent, task, body));
    }

    /** For telephony there is no such thing: he picks up (sheet 4). */
    public void accept(Agent agent, String id) {
        if (!rules.acceptTelephony()) {
            throw ApiErrorException.invalid("taskId", "A task of telephony cannot be accepted so.");
        }
        mine(agent, id, "AgentContactAssignFailed").ifPresent(task -> {
            if (task.phase() == Phase.AGENT_RINGING) {
                flow.pickUp(task);
            } else {
                publisher.failed(agent, "AgentContactAssignFailed", task, WRONG_STATE);
            }
        });
    }

    public void reject(Agent agent, String id, Body body) {
        body.required(MEDIA, Limits.ID);
        mine(agent, id, "AgentContactAssignFailed").ifPresent(task -> {
            if (task.phase() != Phase.AGENT_RINGING) {
                throw ApiErrorException.invalid("taskId", "Only an offer can be rejected.");
            }
            RejectTold told = rules.rejectTold();
            endings.reject(
                    task,
                    told == RejectTold.ASSIGN_FAILED || told == RejectTold.BOTH,
                    told == RejectTold.CONTACT_ENDED || told == RejectTold.BOTH);
        });
    }

    public void pauseRecording(Agent agent, String id) {
        record(agent, id, Recording.ON, Recording.PAUSED, "ContactRecordingPaused", "ContactRecordingPauseFailed");
    }

    public void resumeRecording(Agent agent, String id, Body body) {
        body.flag("autoResumed", false);
        record(agent, id, Recording.PAUSED, Recording.ON, "ContactRecordingResumed", "ContactRecordingResumeFailed");
    }

    private void record(Agent agent, String id, Recording from, Recording to, String success, String failure) {
        mine(agent, id, failure).ifPresent(task -> {
            if (task.recording() == from) {
                task.recording(to);
                publisher.all(success, task, Map.of());
            } else {
                publisher.failed(agent, failure, task, WRONG_STATE);
            }
        });
    }

    /** Data of the call (sheet 3.4). */
    public void update(Agent agent, String id, Body body) {
        if (!body.has("attributes")) {
            throw ApiErrorException.missing("attributes");
        }
        Map<String, String> attributes = body.attributes();
        mine(agent, id, "ContactUpdateFailed").ifPresent(task -> {
            if (task.live() && !task.of(agent).wrapUp()) {
                task.data().putAll(attributes);
                if (rules.patchTold()) {
                    publisher.all("ContactUpdated", task, Map.of("updatedBy", agent.id()));
                }
            } else if (rules.patchEnded() == PatchEnded.REFUSED) {
                throw ApiErrorException.invalid("taskId", "The task has ended.");
            } else {
                publisher.failed(agent, "ContactUpdateFailed", task, WRONG_STATE);
            }
        });
    }
}
