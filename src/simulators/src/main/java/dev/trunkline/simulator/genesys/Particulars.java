package dev.trunkline.simulator.genesys;

import dev.trunkline.simulator.genesys.centre.Catalogue;
import dev.trunkline.simulator.genesys.centre.PresenceDefinition;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.genesys.login.LoginSettings;
import dev.trunkline.simulator.genesys.login.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What whoever uses this organisation has to know of it: ids, clients, settings. Pure. */
final class Particulars {
    private static final int SHOWN = 5;

    private Particulars() {}

    static Map<String, Object> of(GenesysSettings settings, Staff staff) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("clients", clients(settings.login()));
        all.put("queueId", Catalogue.OUTBOUND.id());
        all.put("wrapupCodes", named(Catalogue.WRAPUP_CODES));
        all.put("presences", presences());
        all.put("people", people(staff));
        all.put("login", login(settings.login()));
        all.put("rules", settings.rules());
        all.put("timing", settings.timing());
        all.put("limits", settings.api());
        all.put("stream", settings.stream());
        return all;
    }

    /** These are nobody's secrets: they are good for this simulator alone. */
    private static Map<String, Object> clients(LoginSettings login) {
        return Map.of(
                "clientId", login.clientId(),
                "clientSecret", login.clientSecret(),
                "serverClientId", login.serverClientId(),
                "serverClientSecret", login.serverClientSecret(),
                "publicClientId", login.publicClientId());
    }

    private static Map<String, Object> login(LoginSettings login) {
        return Map.of(
                "scopes", login.scopes(),
                "tokenLife", login.tokenLife(),
                "refreshTokens", login.refreshTokens(),
                "refreshForPublicClients", login.refreshForPublicClients(),
                "badGrantStatus", login.badGrantStatus(),
                "browserUser", login.browserUser());
    }

    private static Map<String, String> named(List<Catalogue.Entry> entries) {
        Map<String, String> named = new LinkedHashMap<>();
        entries.forEach(entry -> named.put(entry.name(), entry.id()));
        return named;
    }

    private static Map<String, String> presences() {
        Map<String, String> presences = new LinkedHashMap<>();
        PresenceDefinition.ALL.forEach(definition -> presences.put(definition.label(), definition.id()));
        return presences;
    }

    /** Those of the demo; numbered agents are named alike. */
    private static Map<String, Object> people(Staff staff) {
        Map<String, Object> people = new LinkedHashMap<>();
        staff.all().stream().limit(SHOWN).forEach(user -> people.put(user.agent(), person(user)));
        return people;
    }

    private static Map<String, Object> person(User user) {
        return Map.of(
                "userId", user.id(),
                "email", user.email(),
                "stationId", user.ownStation().id(),
                "refreshToken", Tokens.standing(user));
    }
}
