package dev.trunkline.vendor.genesys;

import dev.trunkline.port.JsonParts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** JSON bodies of our requests. */
final class GenesysBody {
    /** @param callerId and @param queue may be empty */
    static String dial(String number, String queue, String callerId, Map<String, String> attributes) {
        JsonObjectBuilder body = object().add("phoneNumber", number);
        if (!queue.isEmpty()) {
            body.add("callFromQueueId", queue);
        }
        if (!callerId.isEmpty()) {
            body.add("callerId", callerId);
        }
        if (!attributes.isEmpty()) {
            body.add("attributes", map(attributes));
        }
        return body.build().toString();
    }

    static String of(String name, String value) {
        return object().add(name, value).build().toString();
    }

    static String of(String name, boolean value) {
        return object().add(name, value).build().toString();
    }

    static String of(Map<String, String> members) {
        return map(members).build().toString();
    }

    static String attributes(Map<String, String> attributes) {
        return object().add("attributes", map(attributes)).build().toString();
    }

    static String presence(String definitionId) {
        return object().add("presenceDefinition", object().add("id", definitionId))
                .build()
                .toString();
    }

    static String topics(List<String> topics) {
        JsonArrayBuilder list = JsonParts.JSON.createArrayBuilder();
        topics.forEach(topic -> list.add(object().add("id", topic)));
        return list.build().toString();
    }

    /** @param customer may be empty */
    static String callback(String queue, String number, String time, String customer) {
        JsonObjectBuilder body = object().add(
                        "callbackNumbers", JsonParts.JSON.createArrayBuilder().add(number))
                .add("callbackScheduledTime", time);
        if (!queue.isEmpty()) {
            body.add("queueId", queue);
        }
        if (!customer.isEmpty()) {
            body.add("callbackUserName", customer);
        }
        return body.build().toString();
    }

    private static JsonObjectBuilder map(Map<String, String> members) {
        JsonObjectBuilder object = object();
        members.forEach(object::add);
        return object;
    }

    private static JsonObjectBuilder object() {
        return JsonParts.JSON.createObjectBuilder();
    }

    private GenesysBody() {}
}
