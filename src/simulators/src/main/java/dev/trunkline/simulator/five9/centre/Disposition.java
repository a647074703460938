package dev.trunkline.simulator.five9.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a call may be closed (sheet 4); all but id and name is as the platform's administrators see it.
 *
 * @param kind {@code FinalDisp}, {@code RedialNumber}, {@code DoNotDial} and so on
 * @param timer whether the agent may change when it is dialled again
 */
public record Disposition(String id, String name, String kind, boolean mustConfirm, boolean timer) {
    static final Disposition TRANSFERRED = system("-23", "Transferred To 3rd Party");
    static final Disposition TIMED_OUT = system("-10", "No Disposition");
    static final Disposition MOVED = system("-17", "System Error");
    static final Disposition BUSY = system("-2", "Busy");
    static final Disposition NO_ANSWER = system("-5", "No Answer");
    static final Disposition DIAL_ERROR = system("-4", "Dial Error");

    private static Disposition system(String id, String name) {
        return new Disposition(id, name, "FinalDisp", false, false);
    }

    /** Whether the record is done with, so that call and preview end together (sheet 4.1). */
    boolean ends() {
        return kind.startsWith("Final") || kind.equals("DoNotDial");
    }

    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("name", name);
        shown.put("type", kind);
        shown.put("flags", mustConfirm ? List.of("MUST_CONFIRM") : List.of());
        shown.put("changeTimeout", timer);
        return shown;
    }
}
