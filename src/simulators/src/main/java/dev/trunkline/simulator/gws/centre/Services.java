package dev.trunkline.simulator.gws.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers behind the API, as it lists them (sheet 7). On the lane. */
public final class Services {
    private final Room room;
    private boolean voice = true;

    Services(Room room) {
        this.room = room;
    }

    public boolean voiceActive() {
        return voice;
    }

    /** Those who listen are told. */
    void voice(boolean active) {
        if (voice != active) {
            voice = active;
            room.staff().all().forEach(agent -> room.publisher().service(agent, entry("Voice", active)));
        }
    }

    public List<Map<String, Object>> all() {
        return List.of(entry("Voice", voice), entry("Provisioning", true));
    }

    private static Map<String, Object> entry(String type, boolean active) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", Ids.of("service", type));
        entry.put("name", type);
        entry.put("type", type);
        entry.put("state", active ? "Active" : "Inactive");
        entry.put("path", "/services/" + entry.get("id"));
        return entry;
    }
}
