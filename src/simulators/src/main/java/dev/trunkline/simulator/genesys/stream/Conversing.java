package dev.trunkline.simulator.genesys.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client says on its socket: ping, subscribe, unsubscribe (sheet 5.1, 5.2). On the lane. */
final class Conversing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Channels channels;
    private final Map<ChannelSocket, Long> heard = new HashMap<>();

    Conversing(Channels channels) {
        this.channels = channels;
    }

    /** How many frames of this socket came by now. */
    long heard(ChannelSocket socket) {
        return heard.getOrDefault(socket, 0L);
    }

    void forget(ChannelSocket socket) {
        heard.remove(socket);
    }

    void said(Channel channel, ChannelSocket socket, String text) {
        heard.merge(socket, 1L, Long::sum);
        try {
            JsonNode json = JSON.readTree(text);
            switch (json.path("message").asText()) {
                case "ping" -> channels.send(channel, Frames.metadata("pong"));
                case "subscribe" -> subscribe(channel, json);
                case "unsubscribe" -> unsubscribe(channel, json);
                default -> answer(channel, json, "400", "error");
            }
        } catch (JsonProcessingException e) {
            answer(channel, JSON.createObjectNode(), "400", "error");
        }
    }

    private void subscribe(Channel channel, JsonNode json) {
        try {
            channels.subscribe(channel, channel.token(), topics(json), new Channels.Manner(false, false));
            answer(channel, json, "200", "subscribed");
        } catch (ApiErrorException e) {
            answer(channel, json, "400", "failure");
        }
    }

    private void unsubscribe(Channel channel, JsonNode json) {
        channels.forget(channel, topics(json));
        answer(channel, json, "200", "unsubscribed");
    }

    private static List<String> topics(JsonNode json) {
        List<String> topics = new ArrayList<>();
        json.path("topics").forEach(topic -> topics.add(topic.asText()));
        return topics;
    }

    private void answer(Channel channel, JsonNode json, String result, String status) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("result", result);
        answer.put("status", status);
        if (json.has("correlationId")) {
            answer.put("correlationId", json.get("correlationId").asText());
        }
        channels.send(channel, Frames.text(answer));
    }
}
