package dev.trunkline.vendor.genesys;

import dev.trunkline.port.JsonParts;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** One message of the WebSocket (sheet 5.2). @param topic lower case: it is compared without case */
record GenesysFrame(String topic, JsonObject body) {
    /** A sign of life is asked for. */
    static final String PING = "{\"message\":\"ping\"}";

    private static final String USERS = "v2.users.";

    static GenesysFrame of(String text) {
        JsonObject frame = JsonParts.object(text);
        return new GenesysFrame(
                JsonParts.text(frame, "topicName").toLowerCase(Locale.ROOT), JsonParts.child(frame, "eventBody"));
    }

    /** What an agent's stream listens to. */
    static List<String> topics(String userId) {
        return List.of(
                topic(userId, "conversations.calls"),
                topic(userId, "presence"),
                topic(userId, "routingStatus"),
                topic(userId, "station"));
    }

    /** The one without which there is no stream. */
    static String calls(String userId) {
        return topic(userId, "conversations.calls").toLowerCase(Locale.ROOT);
    }

    private static String topic(String userId, String what) {
        return USERS + userId + "." + what;
    }

    boolean sign() {
        return topic.equals("channel.metadata");
    }

    boolean closing() {
        return topic.startsWith("v2.system.socket_closing") || system("socket_closing");
    }

    /** A token was taken away, or the subscriptions: the platform is asked again, and its answer decides. */
    boolean doubtful() {
        return topic.startsWith("v2.system") && !closing();
    }

    private boolean system(String type) {
        return topic.startsWith("v2.system")
                && JsonParts.text(body, "systemTopicType").equalsIgnoreCase(type);
    }

    boolean about(String what) {
        return topic.startsWith(USERS) && topic.endsWith("." + what.toLowerCase(Locale.ROOT));
    }
}
