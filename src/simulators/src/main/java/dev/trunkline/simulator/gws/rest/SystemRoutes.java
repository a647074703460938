package dev.trunkline.simulator.gws.rest;

import dev.trunkline.simulator.gws.centre.Centre;
import dev.trunkline.simulator.gws.centre.UserState;
import dev.trunkline.simulator.web.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the installation says of itself. On the lane. */
final class SystemRoutes {
    /** The release that was seen. */
    private static final String VERSION = "8.5.202.96";

    private final Centre centre;

    SystemRoutes(Centre centre) {
        this.centre = centre;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET services", this::services), Route.of("GET settings/agent-states", this::agentStates));
    }

    private Answer services(Asked asked) {
        List<Map<String, Object>> all = centre.services().all();
        return asked.wantsFields() ? Answers.with("services", all) : Answers.with("uris", uris(all));
    }

    private Answer agentStates(Asked asked) {
        List<Map<String, Object>> all = UserState.catalogue();
        return asked.wantsFields() ? Answers.with("settings", all) : Answers.with("uris", uris(all));
    }

    private List<String> uris(List<Map<String, Object>> entries) {
        return entries.stream()
                .map(entry -> centre.voice().resources().uri(String.valueOf(entry.get("path"))))
                .toList();
    }

    /** Needs no login. */
    static Answer version() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statusCode", 0);
        body.put("version", VERSION);
        return Answers.json(200, body);
    }
}
