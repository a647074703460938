package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.WebexccStage.ENDING;
import static dev.trunkline.vendor.webexcc.WebexccStage.OFFERED;
import static dev.trunkline.vendor.webexcc.WebexccStage.OVER;
import static dev.trunkline.vendor.webexcc.WebexccStage.TALK;
import static dev.trunkline.vendor.webexcc.WebexccStage.WRAP_UP;

import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * What one event makes of a call, as steps that clients see (contract 3.4). Events have no order (sheet 5.4): the platform's time and the
 * stage, which never goes back, say what is old. Pure.
 */
final class WebexccProgress {
    private final WebexccCall before;
    private final Frame frame;
    private final WebexccDraft draft;
    private final WebexccKind kind;
    private final List<WebexccCall> steps = new ArrayList<>();

    private WebexccProgress(WebexccCall before, Frame frame) {
        this.before = before;
        this.frame = frame;
        this.draft = new WebexccDraft(before, frame);
        this.kind = WebexccKind.of(frame.type());
    }

    /**
     * The steps, one after the other; none if it is old news or nothing has changed.
     *
     * @param outcomes what the platform's words for a failure mean
     */
    static List<WebexccCall> after(WebexccCall before, Frame frame, WebexccOutcomes outcomes) {
        WebexccProgress progress = new WebexccProgress(before, frame);
        return progress.old() ? progress.late(outcomes) : progress.take(outcomes);
    }

    // ---- old news

    private boolean old() {
        boolean earlier =
                frame.eventTime() > 0 && frame.eventTime() < before.standing().time();
        boolean back =
                switch (kind) {
                    case RESERVED -> before.stage() != WebexccStage.NEW;
                    case OFFERED, OFFERED_CONSULT -> OFFERED.before(before.stage());
                    case ASSIGNED, HELD, UNHELD, CONSULT_CREATED, CONSULTING, CONFERENCED, RECORDING ->
                        TALK.before(before.stage());
                    case OUTDIAL_FAILED, PHONE_FAILED, ENDED -> ENDING.before(before.stage());
                    default -> false;
                };
        return earlier || back || before.stage() == OVER;
    }

    private List<WebexccCall> late(WebexccOutcomes outcomes) {
        return draft.takeLate(outcomes) ? List.of(draft.built(before.told(), before.word())) : List.of();
    }

    // ---- news

    private List<WebexccCall> take(WebexccOutcomes outcomes) {
        draft.take(outcomes);
        boolean ends = draft.ends();
        if (ends && draft.stage() == WRAP_UP && before.stage().before(ENDING)) {
            endAnd(WRAP_UP, WebexccWords.WRAP_UP);
        } else if (ends && draft.stage() == ENDING && kind == WebexccKind.ENDED && WebexccOutcomes.saysForWhom(frame)) {
            endAnd(OVER, WebexccWords.OVER);
        } else {
            tellIfNews();
        }
        return steps;
    }

    /** Several changes out of one message. */
    private void endAnd(WebexccStage then, String word) {
        draft.stage(ENDING);
        told(WebexccWords.of(frame, kind, before.stage(), ENDING));
        draft.stage(then);
        told(word);
    }

    private void told(String word) {
        steps.add(draft.built(frame, word));
    }

    /** What only brings the contact once more is shown as it was, unless the contact has changed. */
    private void tellIfNews() {
        WebexccCall as = draft.built(before.told(), before.word());
        boolean first = before.word().isEmpty();
        boolean news = !WebexccEventMapper.substance(as).equals(WebexccEventMapper.substance(before));
        if (kind.told() || first || news) {
            told(WebexccWords.of(frame, kind, before.stage(), draft.stage()));
        } else {
            steps.add(as);
        }
    }
}
