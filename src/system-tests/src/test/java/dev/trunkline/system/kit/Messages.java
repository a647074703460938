package dev.trunkline.system.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Request messages (contract 1.2). */
final class Messages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_APPLICATIONS = Set.of("Register", "StateSync");

    private Messages() {}

    static String of(Platform platform, String verb, Object data) {
        return with(platform, verb, data, Map.of());
    }

    /** @param more further members, for example {@code requestId} */
    static String with(Platform platform, String verb, Object data, Map<String, String> more) {
        ObjectNode message = JSON.createObjectNode()
                .put("channel", platform.channels().get(0))
                .put("topic", topic(verb))
                .put("subtopic", platform.subtopic(verb));
        JsonNode value = JSON.valueToTree(data);
        if (!value.isObject() || !value.isEmpty()) {
            message.set("data", value);
        }
        more.forEach(message::put);
        return message.toString();
    }

    private static String topic(String verb) {
        if (OF_APPLICATIONS.contains(verb)) {
            return "App";
        }
        return Verbs.OF_CALLS.contains(verb) ? "OutboundCall" : "Agent";
    }
}
