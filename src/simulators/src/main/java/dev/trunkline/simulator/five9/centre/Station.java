package dev.trunkline.simulator.five9.centre;

import java.util.LinkedHashMap;
import java.util.Map;

/** By what an agent speaks (sheet 2.4). @param id empty where there is none */
public record Station(Type type, String id) {
    static final Station NONE = new Station(Type.EMPTY, "");
    /** The only one that was ever seen. */
    static final String STATE = "DISCONNECTED";

    /** Kinds of stations. */
    public enum Type {
        EMPTY,
        SOFTPHONE,
        STATION,
        PSTN
    }

    /** Whether a call can be heard at it; a softphone runs on the agent's PC, which nobody here has. */
    boolean speaks() {
        return type == Type.STATION || type == Type.PSTN;
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("stationId", id.isEmpty() ? null : id);
        shown.put("stationType", type.name());
        shown.put("state", STATE);
        return shown;
    }
}
