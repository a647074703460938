package dev.trunkline.simulator.five9.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which calls are made, or come in (sheet 3.1). On the lane. */
public final class Campaign {
    private final String id;
    private final String name;
    private final String type;
    private final String ani;
    private final boolean runs;
    private boolean running;

    Campaign(String id, String name, String type, String ani, boolean runs) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.ani = ani;
        this.runs = runs;
        this.running = runs;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The number that customers see. */
    String ani() {
        return ani;
    }

    /** Whether calls come in by it; none is made in it. */
    public boolean inbound() {
        return type.equals("INBOUND");
    }

    /** Whether agents may use it. */
    public boolean usual() {
        return runs;
    }

    boolean running() {
        return running;
    }

    void run(boolean on) {
        running = on;
    }

    void restore() {
        running = runs;
    }

    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("name", name);
        shown.put("campaignType", type);
        shown.put("state", running ? "RUNNING" : "NOT_RUNNING");
        shown.put("skillIds", List.of(Catalogue.SKILL));
        shown.put("flags", List.of("PASS_CONTACTS_ANI_FOR_3RD_PARTY_CONFERENCES"));
        return shown;
    }
}
