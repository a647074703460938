package dev.trunkline.vendor.webexcc;

import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.webexcc.WebexccSettings.StationType;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** Bodies of requests (sheet 2, 3, 4). Pure. */
final class WebexccBody {
    /** Sheet 5.1. */
    static String subscription(WebexccSettings settings) {
        return object().add("isKeepAliveEnabled", true)
                .add("clientType", settings.clientType())
                .add("allowMultiLogin", settings.allowMultiLogin())
                .add("force", settings.force())
                .build()
                .toString();
    }

    /** Sheet 2.4. @param phone number or extension; with a browser the agent's id */
    static String station(StationType type, String phone, String agentId, String teamId) {
        boolean browser = type == StationType.BROWSER;
        return object().add("dialNumber", browser ? agentId : phone)
                .add("roles", JsonParts.JSON.createArrayBuilder().add("agent"))
                .add("teamId", teamId)
                .add("isExtension", type == StationType.EXTENSION)
                .add("deviceType", type.name())
                .add("deviceId", browser ? "webrtc-" + agentId : phone)
                .build()
                .toString();
    }

    static String logout(String reason) {
        return of("logoutReason", reason);
    }

    /** Sheet 2.5. */
    static String state(String state, String auxCodeId, String reason) {
        JsonObjectBuilder body = object().add("state", state).add("auxCodeId", auxCodeId);
        if (!reason.isEmpty()) {
            body.add("lastStateChangeReason", reason);
        }
        return body.build().toString();
    }

    /** Sheet 3.1; {@code direction} and {@code attributes} are always sent, as every known client does. */
    static String dial(String entryPointId, String destination, String origin, Map<String, String> attributes) {
        return object().add("entryPointId", entryPointId)
                .add("destination", destination)
                .add("direction", "OUTBOUND")
                .add("origin", origin)
                .add("mediaType", "telephony")
                .add("outboundType", "OUTDIAL")
                .add("attributes", map(attributes))
                .build()
                .toString();
    }

    static String attributes(Map<String, String> attributes) {
        return object().add("attributes", map(attributes)).build().toString();
    }

    static String media(String mediaResourceId) {
        return of("mediaResourceId", mediaResourceId);
    }

    static String wrapUp(String auxCodeId, String reason) {
        return object().add("auxCodeId", auxCodeId)
                .add("wrapUpReason", reason)
                .build()
                .toString();
    }

    /** Sheet 4; {@code type} is one of the platform's words, in its own case. */
    static String to(String to, String type) {
        return object().add("to", to).add("destinationType", type).build().toString();
    }

    static String consult(String to, String type) {
        return object().add("to", to)
                .add("destinationType", type)
                .add("holdParticipants", true)
                .build()
                .toString();
    }

    static String conference(String agentId, String to, String type) {
        return object().add("agentId", agentId)
                .add("to", to)
                .add("destinationType", type)
                .build()
                .toString();
    }

    static String consultEnd(String queueId) {
        return queueId.isEmpty() ? "{}" : of("queueId", queueId);
    }

    /** Whom an agent may call (sheet 5.1). */
    static String buddies(String profileId) {
        return object().add("agentProfileId", profileId)
                .add("mediaType", "telephony")
                .build()
                .toString();
    }

    static String of(Map<String, String> members) {
        return map(members).build().toString();
    }

    private static String of(String name, String value) {
        return object().add(name, value).build().toString();
    }

    private static JsonObjectBuilder map(Map<String, String> members) {
        JsonObjectBuilder object = object();
        members.forEach(object::add);
        return object;
    }

    private static JsonObjectBuilder object() {
        return JsonParts.JSON.createObjectBuilder();
    }

    private WebexccBody() {}
}
