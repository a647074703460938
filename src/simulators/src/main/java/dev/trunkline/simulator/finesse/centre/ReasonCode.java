package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.finesse.wire.Markup;
import java.util.List;

/** Why an agent is not ready or signs out (sheet 2.4). Clients send the id, the number at the end of the uri; system codes have id = code. */
public record ReasonCode(int id, String category, int code, String label, boolean system) {
    /** Moved to NOT_READY to place a call (sheet 3.1). */
    static final int OUTGOING_CALL = 50006;
    /** Presence lost (sheet 2.5). */
    static final int PRESENCE_LOST = 255;

    private static final List<ReasonCode> ALL = List.of(
            new ReasonCode(7, "NOT_READY", 12, "Lunch", false),
            new ReasonCode(8, "NOT_READY", 13, "Meeting", false),
            new ReasonCode(9, "NOT_READY", 14, "Paper work", false),
            new ReasonCode(OUTGOING_CALL, "NOT_READY", OUTGOING_CALL, "Non ACD Busy", true),
            new ReasonCode(21, "LOGOUT", 1, "End of shift", false),
            new ReasonCode(22, "LOGOUT", 2, "Technical problem", false),
            new ReasonCode(PRESENCE_LOST, "LOGOUT", PRESENCE_LOST, "Connection Failure", true));

    static boolean selectable(int id, String category) {
        return ALL.stream().anyMatch(one -> one.id == id && one.category.equals(category) && !one.system);
    }

    public static String document(String category) {
        Markup markup = new Markup().open("ReasonCodes");
        ALL.stream().filter(one -> one.category.equals(category)).forEach(one -> one.writeTo(markup));
        return markup.close().toString();
    }

    private void writeTo(Markup markup) {
        markup.open("ReasonCode")
                .text("uri", "/finesse/api/ReasonCode/" + id)
                .text("category", category)
                .text("code", code)
                .text("label", label)
                .text("forAll", true)
                .text("systemCode", system)
                .close();
    }
}
