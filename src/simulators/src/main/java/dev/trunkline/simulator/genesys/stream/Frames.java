package dev.trunkline.simulator.genesys.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.genesys.centre.Ids;
import java.util.LinkedHashMap;
import java.util.Map;

/** The frames of a channel's socket (sheet 5.2). Pure. */
final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Frames() {}

    static String event(String topic, Map<String, Object> body) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("topicName", topic);
        frame.put("version", "2");
        frame.put("eventBody", body);
        frame.put("metadata", Map.of("CorrelationId", Ids.next()));
        return text(frame);
    }

    static String metadata(String message) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("topicName", "channel.metadata");
        frame.put("eventBody", Map.of("message", message));
        return text(frame);
    }

    /** @param type what it is about, as in {@code v2.system.<type>} */
    static String system(String type, Channel channel, String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("channelId", channel.id());
        body.put("systemTopicType", type);
        channel.token().user().ifPresent(user -> body.put("userId", user.id()));
        body.put("oauthClientId", channel.token().clientId());
        body.put("reason", reason);
        body.put("message", type);
        return event("v2.system." + type, body);
    }

    static String text(Object frame) {
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
