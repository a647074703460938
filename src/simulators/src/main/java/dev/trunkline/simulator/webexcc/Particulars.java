package dev.trunkline.simulator.webexcc;

import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.Catalogue;
import dev.trunkline.simulator.webexcc.centre.Catalogue.Entry;
import dev.trunkline.simulator.webexcc.centre.Ids;
import dev.trunkline.simulator.webexcc.centre.Staff;
import dev.trunkline.simulator.webexcc.login.LoginSettings;
import dev.trunkline.simulator.webexcc.login.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What whoever uses this organisation has to know of it: ids, client, settings. Pure. */
final class Particulars {
    private static final int SHOWN = 5;

    private Particulars() {}

    static Map<String, Object> of(WebexccSettings settings, Staff staff) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("orgId", Ids.ORGANISATION);
        all.put("clientId", settings.login().clientId());
        all.put("clientSecret", settings.login().clientSecret());
        all.put("people", people(staff));
        all.put(
                "users",
                staff.all().stream().limit(SHOWN).map(Particulars::person).toList());
        all.put("teamId", Catalogue.TEAM.id());
        all.put("teams", named(List.of(Catalogue.TEAM)));
        all.put("agentProfileId", Catalogue.PROFILE.id());
        all.put("entryPointId", Catalogue.ENTRY_POINT.id());
        all.put("flowEntryPointId", Catalogue.FLOW_ENTRY_POINT.id());
        all.put("outdialAniId", Catalogue.ANI_LIST.id());
        all.put("anis", Catalogue.ANIS.stream().map(Entry::name).toList());
        all.put("queues", named(Catalogue.QUEUES));
        all.put("wrapUpCodes", codes(Catalogue.WRAP_UP));
        all.put("idleCodes", codes(Catalogue.IDLE));
        all.put("campaign", Catalogue.CAMPAIGN);
        all.put("login", login(settings.login()));
        all.put("rules", settings.rules());
        all.put("timing", settings.timing());
        all.put("limits", settings.api());
        all.put("stream", settings.stream());
        return all;
    }

    /** These are nobody's secrets: they are good for this simulator alone. */
    private static Map<String, Object> login(LoginSettings login) {
        return Map.of(
                "scopes", login.scopes(),
                "tokenLife", login.tokenLife(),
                "refreshTokens", login.refreshTokens(),
                "badGrantStatus", login.badGrantStatus(),
                "browserUser", login.browserUser());
    }

    private static Map<String, String> named(List<Entry> entries) {
        Map<String, String> named = new LinkedHashMap<>();
        entries.forEach(entry -> named.put(entry.name(), entry.id()));
        return named;
    }

    private static Map<String, String> codes(String kind) {
        Map<String, String> named = new LinkedHashMap<>();
        Catalogue.CODES.stream()
                .filter(code -> code.kind().equals(kind))
                .forEach(code -> named.put(code.name(), code.id()));
        return named;
    }

    /** Those of the demo; numbered agents are named alike. */
    private static Map<String, Object> people(Staff staff) {
        Map<String, Object> people = new LinkedHashMap<>();
        staff.all().stream().limit(SHOWN).forEach(agent -> people.put(agent.name(), person(agent)));
        return people;
    }

    private static Map<String, Object> person(Agent agent) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", agent.name());
        all.put("userId", agent.id());
        all.put("agentId", agent.id());
        all.put("email", agent.email());
        all.put("extension", agent.extension());
        all.put("teamId", Catalogue.TEAM.id());
        all.put("team", Catalogue.TEAM.name());
        all.put("refreshToken", Tokens.standing(agent));
        return all;
    }
}
