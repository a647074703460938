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

/** What two runs of the same thing have in common: messages without what is new each time, which is ids, times and the name of the agent. */
final class Likeness {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.]\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?|\\b1\\d{12}\\b");
    /** A UUID, 32 or 16 letters as the platforms have them, our own. */
    private static final Pattern ID = Pattern.compile(
            "\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b|\\b[0-9A-V]{32}\\b|\\b(?=\\w*[a-f])[0-9a-f]{16}\\b"
                    + "|\\b0071[0-9a-f]{12}\\b|\\b[cm]-[0-9a-z]{20}\\b",
            Pattern.CASE_INSENSITIVE);

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
}
