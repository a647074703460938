package dev.trunkline.simulator.five9;

import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Campaign;
import dev.trunkline.simulator.five9.centre.Catalogue;
import dev.trunkline.simulator.five9.centre.Centre;
import dev.trunkline.simulator.five9.centre.Disposition;
import dev.trunkline.simulator.five9.centre.Ids;
import dev.trunkline.simulator.five9.centre.Staff;
import java.util.LinkedHashMap;
import java.util.Map;

/** What whoever uses this installation has to know of it. Pure. */
final class Particulars {
    private static final int SHOWN = 5;

    private Particulars() {}

    static Map<String, Object> of(Five9Settings settings, Centre centre) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("orgId", Ids.ORGANISATION);
        all.put("people", people(centre.staff()));
        all.put(
                "campaigns",
                centre.catalogue().campaigns().stream().map(Campaign::shown).toList());
        all.put(
                "dispositions",
                Catalogue.dispositions().stream().map(Disposition::shown).toList());
        all.put("callVariables", centre.catalogue().variables());
        all.put("notReadyReasonCodes", Catalogue.notReadyReasons());
        all.put("skills", Catalogue.skills());
        all.put("speedDials", Catalogue.speedDials());
        all.put("rules", settings.rules());
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
                "stationId", agent.stationId(),
                "extension", agent.stationId());
    }
}
