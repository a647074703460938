package dev.trunkline.vendor.webexcc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What verbs have left on a call.
 *
 * @param accepted call variables that the platform took: it need not tell them (sheet 3.4)
 * @param label the outcome that was named before it was due, or {@code ""}
 * @param callback id of the callback that was arranged on it, or {@code ""}
 * @param third who was called besides the customer
 * @param returning whether the agent wants to be back with the customer once the consult is over
 */
record WebexccNotes(
        Map<String, String> accepted, String label, String callback, Optional<Third> third, boolean returning) {
    static final WebexccNotes NONE = new WebexccNotes(Map.of(), "", "", Optional.empty(), false);

    WebexccNotes {
        accepted = Map.copyOf(accepted);
    }

    /** Whom we asked for. @param type as the platform spells it (sheet 4) @param number as the client wrote it */
    record Third(String to, String type, String number) {}

    WebexccNotes accepting(Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(accepted);
        all.putAll(values);
        return new WebexccNotes(all, label, callback, third, returning);
    }

    WebexccNotes labelled(String outcome) {
        return new WebexccNotes(accepted, outcome, callback, third, returning);
    }

    WebexccNotes callback(String id) {
        return new WebexccNotes(accepted, label, id, third, returning);
    }

    WebexccNotes calling(Third other) {
        return new WebexccNotes(accepted, label, callback, Optional.of(other), false);
    }

    WebexccNotes returning(boolean back) {
        return new WebexccNotes(accepted, label, callback, third, back);
    }
}
