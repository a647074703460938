package dev.trunkline.simulator.gws;

import dev.trunkline.simulator.gws.centre.Agent;
import dev.trunkline.simulator.gws.centre.Staff;
import dev.trunkline.simulator.gws.centre.UserState;
import java.util.LinkedHashMap;
import java.util.Map;

/** What whoever uses this installation has to know of it. Pure. */
final class Particulars {
    private static final int SHOWN = 5;

    private Particulars() {}

    static Map<String, Object> of(GwsSettings settings, Staff staff) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("people", people(staff));
        all.put("agentStates", UserState.catalogue());
        all.put("rules", settings.rules());
        all.put("shapes", settings.shapes());
        all.put("timing", settings.timing());
        all.put("login", settings.login());
        all.put("limits", settings.api());
        all.put("stream", settings.stream());
        return all;
    }

    /** Those of the demo; numbered agents are named alike. */
    private static Map<String, Object> people(Staff staff) {
        Map<String, Object> people = new LinkedHashMap<>();
        staff.all().stream().limit(SHOWN).forEach(agent -> people.put(agent.name(), person(agent)));
        return people;
    }

    private static Map<String, Object> person(Agent agent) {
        return Map.of(
                "userId", agent.id(),
                "userName", agent.name(),
                "deviceId", agent.device().id(),
                "extension", agent.number(),
                "place", agent.place());
    }
}
