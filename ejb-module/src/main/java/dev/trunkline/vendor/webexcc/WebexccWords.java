package dev.trunkline.vendor.webexcc;

import dev.trunkline.vendor.webexcc.wire.Frame;

/** {@code call.event}: the vocabulary of seed 002, part of which does not exist on the platform (contract 3.3, sheet 8). */
final class WebexccWords {
    static final String ANSWERED = "CustAnswered";
    static final String WRAP_UP = "acw";
    static final String OVER = "DROPPED";

    /** @param before where the call stood, {@code now} where the event has brought it */
    static String of(Frame frame, WebexccKind kind, WebexccStage before, WebexccStage now) {
        boolean news = before.before(now);
        if (kind == WebexccKind.ASSIGNED) {
            return now == WebexccStage.TALK ? ANSWERED : other(frame);
        }
        if (kind == WebexccKind.OUTDIAL_FAILED) {
            return "eOutdialFailed";
        }
        if (kind == WebexccKind.RECORDING) {
            return "eCallRecordingStarted";
        }
        if (kind == WebexccKind.ENDED) {
            return "eAgentContactEnded";
        }
        if (now == WebexccStage.OVER) {
            return OVER;
        }
        if (kind == WebexccKind.WRAP_UP || now == WebexccStage.WRAP_UP && news) {
            return WRAP_UP;
        }
        return now == WebexccStage.TALK && news && !kind.told() ? ANSWERED : other(frame);
    }

    private static String other(Frame frame) {
        return "e" + frame.type();
    }

    private WebexccWords() {}
}
