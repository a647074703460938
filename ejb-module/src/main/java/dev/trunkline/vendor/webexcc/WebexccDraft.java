package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.WebexccStage.ENDING;
import static dev.trunkline.vendor.webexcc.WebexccStage.OFFERED;
import static dev.trunkline.vendor.webexcc.WebexccStage.OVER;
import static dev.trunkline.vendor.webexcc.WebexccStage.TALK;
import static dev.trunkline.vendor.webexcc.WebexccStage.WRAP_UP;

import dev.trunkline.model.Reason;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.webexcc.WebexccCall.Consult;
import dev.trunkline.vendor.webexcc.WebexccCall.Me;
import dev.trunkline.vendor.webexcc.WebexccCall.Standing;
import dev.trunkline.vendor.webexcc.wire.Frame;
import dev.trunkline.vendor.webexcc.wire.Interaction;
import dev.trunkline.vendor.webexcc.wire.Media;
import dev.trunkline.vendor.webexcc.wire.Participant;
import java.util.Optional;

/**
 * A call while one event is taken into it: by the event's name, and by the contact that it brings (sheet 6.2). One object for one event.
 */
final class WebexccDraft {
    private final WebexccCall before;
    private final Frame frame;
    private final WebexccKind kind;
    private final Me me;

    private Interaction now;
    private WebexccStage stage;
    private boolean failed;
    private boolean talked;
    private boolean held;
    private Consult consult;
    private boolean conference;
    private boolean consulted;
    private Optional<Reason> reason;

    WebexccDraft(WebexccCall before, Frame frame) {
        this.before = before;
        this.frame = frame;
        this.kind = WebexccKind.of(frame.type());
        this.me = before.me();
        Standing was = before.standing();
        now = frame.interaction().orElse(before.now());
        stage = was.stage();
        failed = was.failed();
        talked = was.talked();
        held = was.held();
        consult = was.consult();
        conference = was.conference();
        consulted = was.consulted();
        reason = was.reason();
    }

    WebexccStage stage() {
        return stage;
    }

    /** For a step between two. */
    void stage(WebexccStage step) {
        stage = step;
    }

    /** @param outcomes what the platform's words for a failure mean */
    void take(WebexccOutcomes outcomes) {
        byName(outcomes);
        byContact();
        if (stage == TALK) {
            talked = true;
        }
    }

    /** Of an event that comes late, only that there was talk, or why there was none, is worth knowing. @return whether it said so */
    boolean takeLate(WebexccOutcomes outcomes) {
        now = before.now();
        boolean ended = !before.live();
        if (ended && kind == WebexccKind.ASSIGNED) {
            talked = true;
        }
        boolean tellsWhy = kind == WebexccKind.OUTDIAL_FAILED && !talked;
        if (ended && tellsWhy && reason.isEmpty() && stage != OVER) {
            reason = outcomes.of(frame);
        }
        return talked != before.standing().talked()
                || !reason.equals(before.standing().reason());
    }

    /** The call as it is now. @param shown the message that clients see with it */
    WebexccCall built(Frame shown, String word) {
        Standing was = before.standing();
        Standing stands = new Standing(
                was.command(),
                was.dialled(),
                stage,
                failed,
                talked,
                held,
                consult,
                conference,
                consulted,
                was.gone(),
                Math.max(was.time(), frame.eventTime()),
                reason);
        return new WebexccCall(me, shown, word, now, stands, before.notes());
    }

    private void raise(WebexccStage to) {
        if (stage.before(to)) {
            stage = to;
        }
    }

    // ---- by the name of the event

    private void byName(WebexccOutcomes outcomes) {
        switch (kind) {
            case OFFERED -> raise(OFFERED);
            case OFFERED_CONSULT -> {
                consulted = true;
                raise(OFFERED);
            }
            case ASSIGNED -> raise(customerIsOn() ? TALK : OFFERED);
            case OUTDIAL_FAILED -> fail(outcomes);
            case PHONE_FAILED -> {
                if (stage.before(TALK)) {
                    fail(outcomes);
                }
            }
            case HELD -> held = true;
            case UNHELD -> held = false;
            case CONSULT_CREATED -> consult = Consult.CALLED;
            case CONSULTING -> consulting();
            case CONSULT_OVER -> consultOver();
            case CONFERENCED -> {
                conference = true;
                consult = Consult.NONE;
            }
            case CONFERENCE_LEFT -> conferenceLeft();
            case TRANSFERRED -> transferred();
            case TRANSFERRING -> reason = toMe() ? reason : Optional.of(Reason.TRANSFERRED);
            case TRANSFER_FAILED -> reason = stage.before(ENDING) ? Optional.empty() : reason;
            case ENDED -> {
                reason = reason.or(() -> outcomes.ofEnd(frame, talked));
                raise(ENDING);
            }
            case WRAP_UP -> {
                if (WebexccOutcomes.isOf(frame, me.agentId())) {
                    raise(WRAP_UP);
                }
            }
            case WRAPPED_UP -> {
                if (WebexccOutcomes.isOf(frame, me.agentId())) {
                    stage = OVER;
                }
            }
            case RESERVED, SNAPSHOT, UPDATED, RECORDING, NEWS, CAMPAIGN, OTHER -> {
                // What they say is in the contact.
            }
        }
    }

    private void fail(WebexccOutcomes outcomes) {
        failed = true;
        reason = outcomes.of(frame).or(() -> reason);
        raise(ENDING);
    }

    private void consulting() {
        if (consulted) {
            raise(TALK);
        } else {
            consult = Consult.TALKING;
        }
    }

    private void consultOver() {
        consult = Consult.NONE;
        if (consulted) {
            raise(ENDING);
        }
    }

    /** Sheet 6.2: as long as two others, or the customer and another, are left it is one. */
    private void conferenceLeft() {
        String who = JsonParts.text(frame.data(), "participantId");
        boolean mine =
                who.equals(me.agentId()) || mine().filter(Participant::left).isPresent();
        if (mine) {
            reason = reason.or(() -> Optional.of(Reason.AGENT_HANGUP));
            raise(ENDING);
        } else {
            conference = frame.interaction().isPresent()
                    && built(frame, "").others().stream()
                            .anyMatch(one -> !one.id().equals(who));
        }
    }

    /** Whoever gets it goes on. */
    private void transferred() {
        consult = Consult.NONE;
        if (toMe()) {
            consulted = false;
        } else {
            reason = Optional.of(Reason.TRANSFERRED);
            raise(ENDING);
        }
    }

    private boolean toMe() {
        return consulted
                || JsonParts.text(frame.data(), "destAgentId").equals(me.agentId())
                || JsonParts.text(frame.data(), "toOwner").equals(me.agentId());
    }

    // ---- by the contact that it brings

    private void byContact() {
        boolean due = WebexccOutcomes.dueFor(frame, me.agentId());
        Optional<Participant> mine = frame.interaction().isPresent() ? mine() : Optional.empty();
        boolean says = mine.filter(one -> one.wrapUp() && !one.wrappedUp()).isPresent();
        if ((due && (ends() || stage == ENDING) || says) && stage.before(WRAP_UP)) {
            stage = WRAP_UP;
        }
        if (frame.interaction().isEmpty()) {
            return;
        }
        if (kind == WebexccKind.SNAPSHOT) {
            snapshot(mine);
        }
        if (stage.before(TALK) && talkedOn(mine) && customerIsOn()) {
            raise(TALK);
        }
        if (now.terminated() && stage.before(ENDING) && kind != WebexccKind.ASSIGNED) {
            raise(ENDING);
        }
        if (now.state().equals("conference") && kind != WebexccKind.CONFERENCE_LEFT) {
            conference = true;
            consult = Consult.NONE;
        } else if (now.state().equals("connected") && kind != WebexccKind.CONFERENCED) {
            conference = false;
        }
        built(frame, "")
                .mainMedia()
                .flatMap(Media::held)
                .filter(said -> (kind != WebexccKind.HELD || said) && (kind != WebexccKind.UNHELD || !said))
                .ifPresent(said -> held = said);
        held &= !consulted;
    }

    /** All of it is new (sheet 5.5); a consult of which nobody is left is none, whatever the state says (sheet 10). */
    private void snapshot(Optional<Participant> mine) {
        if (mine.filter(Participant::wrappedUp).isPresent() && !mine.get().wrapUp()) {
            stage = OVER;
        } else if (now.state().equalsIgnoreCase("wrapUp") && mine.isEmpty()) {
            raise(WRAP_UP);
        } else if (!now.state().equals("new")) {
            raise(OFFERED);
        } else if (mine.filter(Participant::offered).isPresent()) {
            raise(OFFERED);
        }
        consulted |=
                mine.filter(Participant::consulted).isPresent() && !now.owner().equals(me.agentId());
        boolean alone =
                !now.participants().isEmpty() && built(frame, "").others().isEmpty();
        consult = alone || consulted
                ? Consult.NONE
                : switch (now.state()) {
                    case "consult" -> consult == Consult.TALKING ? Consult.TALKING : Consult.CALLED;
                    case "consulting" -> Consult.TALKING;
                    default -> Consult.NONE;
                };
    }

    private boolean talkedOn(Optional<Participant> mine) {
        boolean state =
                switch (now.state()) {
                    case "connected", "consult", "consulting", "conference" -> true;
                    default -> false;
                };
        return state
                && !now.terminated()
                && mine.filter(one -> !one.joined().orElse(!consulted) || one.left())
                        .isEmpty();
    }

    /** Absent, he counts as there; said not to have joined, he is still called (sheet 6.2). */
    private boolean customerIsOn() {
        return built(frame, "").customer().flatMap(Participant::joined).orElse(true);
    }

    private Optional<Participant> mine() {
        return built(frame, "").mine();
    }

    /** Whether the event says that something has ended, and it has. */
    boolean ends() {
        return kind.mayEnd() && !stage.before(ENDING);
    }
}
