package dev.trunkline.system.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.simulator.People;
import dev.trunkline.simulator.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What two runs of the same thing have in common: messages without what is new each time, which is ids, times and the name of the agent. */
final class Likeness {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.]\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?|\\b1\\d{12}\\b");
    /** A UUID, 32 or 16 letters as the platforms have them, our own; what stands before it may be a prefix like {@code GW_}. */
    private static final Pattern ID = Pattern.compile(
            "(?<![0-9a-z])(\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|[0-9A-V]{32}|(?=\\w*[a-f])[0-9a-f]{16}"
                    + "|0071[0-9a-f]{12}|[cm]-[0-9a-z]{20})(?![0-9a-z])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ELEMENT = Pattern.compile("<callKeyCallId>[^<]*<");
    private static final Pattern PORT = Pattern.compile("\\blocalhost:\\d+");
    private static final int LEAST_TIME = 1_000_000_000;
    /** Counted, or measured. */
    private static final Set<String> NEW = Set.of(
            "seq",
            "callSeq",
            "eventId",
            "messageId",
            "time",
            "times",
            "trace",
            "duration",
            "nodeProcessingTimeNanos",
            "serverProcessingTimeTotalMs",
            "retryAfterMs");

    private final Map<String, String> ids = new HashMap<>();
    private final Platform platform;
    private final String agent;

    /** @param callId empty if there is none @param userId the platform's id of the agent, empty if it is not told */
    Likeness(Platform platform, String agent, String callId, String userId) {
        this.platform = platform;
        this.agent = agent;
        name(callId, "call");
        name(userId, "user");
    }

    private void name(String id, String likeAll) {
        if (!id.isEmpty()) {
            ids.put(id, likeAll);
        }
    }

    JsonNode of(JsonNode message) {
        if (message.isObject()) {
            ObjectNode like = JSON.objectNode();
            message.properties().forEach(member -> {
                JsonNode value = NEW.contains(member.getKey()) ? JSON.textNode("new") : of(member.getValue());
                like.set(of(member.getKey()), value);
            });
            return like;
        }
        if (message.isArray()) {
            ArrayNode like = JSON.arrayNode();
            message.forEach(element -> like.add(of(element)));
            return like;
        }
        if (message.isNumber()) {
            return message.asLong() > LEAST_TIME ? JSON.textNode("time") : message;
        }
        return message.isTextual() ? JSON.textNode(platform.alike(of(message.asText()))) : message;
    }

    String of(String text) {
        String like = text;
        for (String callId : Set.copyOf(ids.keySet())) {
            like = like.replace(callId, ids.get(callId));
        }
        like = TIME.matcher(like).replaceAll("time");
        like = ID.matcher(like).replaceAll(id -> Matcher.quoteReplacement(numbered(id.group())));
        like = ELEMENT.matcher(like).replaceAll("<callKeyCallId>new<");
        like = PORT.matcher(like).replaceAll("localhost");
        for (Person person : People.demoAnd(0)) {
            if (person.userName().equals(agent)) {
                like = like.replaceAll("\\b" + person.userName() + "\\b", "agent")
                        .replaceAll("\\b" + person.firstName() + "\\b", "Agent")
                        .replaceAll("\\b" + person.lastName() + "\\b", "Name")
                        .replaceAll("\\b" + person.extension() + "\\b", "phone");
            }
        }
        return like;
    }

    /** The same id is the same again. */
    private String numbered(String id) {
        return ids.computeIfAbsent(id, any -> "id-" + (ids.size() + 1));
    }

    /**
     * The part of an example that two runs must share: what the platform said beside the word, and what was made of it. The rest shows how
     * such a message looks; it goes by how fast the platform was read.
     */
    static JsonNode compared(JsonNode example, String sign) {
        JsonNode told = example.path("told");
        ObjectNode part = JSON.objectNode();
        part.set("word", example.path("word"));
        part.set("platform", beside(example.path("platform"), sign));
        Stream.of("channel", "topic", "subtopic").forEach(name -> part.set(name, told.path(name)));
        Stream.of("code", "reason")
                .forEach(name -> part.set(name, told.path("gateway").path(name)));
        return part;
    }

    /** Plain members of the innermost object that has the word; of a text that it has it. */
    private static JsonNode beside(JsonNode message, String sign) {
        for (JsonNode inner : message) {
            if (inner.isContainerNode() && inner.toString().contains(sign)) {
                return beside(inner, sign);
            }
        }
        if (!message.isObject()) {
            return JSON.textNode(message.asText().contains(sign) ? sign : "");
        }
        ObjectNode plain = JSON.objectNode();
        message.properties().stream()
                .filter(member -> member.getValue().isValueNode())
                .forEach(member ->
                        plain.put(member.getKey(), member.getValue().asText().replaceAll("\\bid-\\d+\\b", "id")));
        return plain;
    }
}
