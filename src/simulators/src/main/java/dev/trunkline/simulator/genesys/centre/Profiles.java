package dev.trunkline.simulator.genesys.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users and stations as the API and its events write them (sheet 2.2, 2.4). Pure. */
public final class Profiles {
    private Profiles() {}

    /** @param expand {@code presence}, {@code routingStatus}, {@code station} */
    public static Map<String, Object> user(User user, List<String> expand) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("id", user.id());
        profile.put("name", user.name());
        profile.put("division", Map.of("id", Ids.of("division", "Home"), "name", ""));
        profile.put("email", user.email());
        profile.put("username", user.email());
        profile.put("state", "active");
        profile.put("version", 1);
        if (expand.contains("presence")) {
            profile.put("presence", presence(user, user.presence().system().word()));
        }
        if (expand.contains("routingStatus")) {
            profile.put("routingStatus", routing(user));
        }
        if (expand.contains("station")) {
            profile.put("station", stations(user));
        }
        profile.put("selfUri", "/api/v2/users/" + user.id());
        return profile;
    }

    /** @param word of the system's presence: upper case in events, mixed elsewhere */
    public static Map<String, Object> presence(User user, String word) {
        Map<String, Object> presence = new LinkedHashMap<>();
        presence.put("source", "PURECLOUD");
        presence.put("primary", true);
        presence.put("presenceDefinition", Map.of("id", user.presence().id(), "systemPresence", word));
        presence.put("message", "");
        presence.put("modifiedDate", Times.text(user.presenceSince()));
        return presence;
    }

    public static Map<String, Object> routing(User user) {
        Map<String, Object> routing = new LinkedHashMap<>();
        routing.put("userId", user.id());
        routing.put("status", user.routing().name());
        routing.put("startTime", Times.text(user.routingSince()));
        return routing;
    }

    /** Those of one user: associated, effective, default. */
    public static Map<String, Object> stations(User user) {
        Map<String, Object> stations = new LinkedHashMap<>();
        user.station().ifPresent(station -> {
            stations.put("associatedStation", ofUser(station, user));
            stations.put("effectiveStation", ofUser(station, user));
        });
        stations.put("defaultStation", ofUser(user.ownStation(), user));
        stations.put("lastAssociatedStation", ofUser(user.ownStation(), user));
        return stations;
    }

    private static Map<String, Object> ofUser(Station station, User user) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", station.id());
        form.put("name", station.name());
        form.put("type", "inin_webrtc_softphone");
        form.put("associatedUser", Map.of("id", user.id(), "name", user.name()));
        form.put("webRtcCallAppearances", 100);
        return form;
    }

    public static Map<String, Object> station(Station station, Optional<User> whose) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", station.id());
        form.put("name", station.name());
        form.put("status", whose.isPresent() ? "ASSOCIATED" : "AVAILABLE");
        whose.ifPresent(user -> form.put("userId", user.id()));
        form.put("webRtcUserId", station.homeUserId());
        form.put("type", "inin_webrtc_softphone");
        form.put("lineAppearanceId", station.extension());
        form.put("webRtcPersistentEnabled", true);
        form.put("selfUri", "/api/v2/stations/" + station.id());
        return form;
    }

    public static Map<String, Object> definition(PresenceDefinition definition) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", definition.id());
        form.put("type", definition.ofSystem() ? "System" : "User");
        form.put("languageLabels", Map.of("en_US", definition.label()));
        form.put("systemPresence", definition.system().word());
        form.put("deactivated", false);
        form.put("selfUri", "/api/v2/presence/definitions/" + definition.id());
        return form;
    }
}
