package dev.trunkline.simulator.webexcc.centre;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who talks to whom: the main call, or a consult beside it (sheet 5.2). On the lane. */
final class Media {
    private final String id;
    private final String type;
    private final Set<String> participants = new LinkedHashSet<>();
    private boolean hold;
    private Long heldAt;

    Media(String id, String type) {
        this.id = id;
        this.type = type;
    }

    String id() {
        return id;
    }

    boolean hold() {
        return hold;
    }

    void hold(boolean on) {
        hold = on;
        heldAt = on ? System.currentTimeMillis() : null;
    }

    void add(String participant) {
        participants.add(participant);
    }

    void remove(String participant) {
        participants.remove(participant);
    }

    Map<String, Object> shown() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("mediaResourceId", id);
        all.put("mediaType", "telephony");
        all.put("mediaMgr", "callmm");
        all.put("mType", type);
        all.put("isHold", hold);
        all.put("holdTimestamp", heldAt);
        all.put("participants", List.copyOf(participants));
        return all;
    }
}
