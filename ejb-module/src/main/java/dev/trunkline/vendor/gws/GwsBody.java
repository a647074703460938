package dev.trunkline.vendor.gws;

import dev.trunkline.port.JsonParts;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** JSON bodies of our requests, members in the documentation's order. */
final class GwsBody {
    static String operation(String name) {
        return begun(name).build().toString();
    }

    static String with(String name, String member, String value) {
        return begun(name).add(member, value).build().toString();
    }

    /** Dial and every other operation that has somebody called. @param further members that may be empty */
    static String towards(String name, String number, Map<String, String> userData, Map<String, String> further) {
        JsonObjectBuilder body = begun(name)
                .add("destination", JsonParts.JSON.createObjectBuilder().add("phoneNumber", number));
        if (!userData.isEmpty()) {
            body.add("userData", map(userData));
        }
        further.forEach((member, value) -> addText(body, member, value));
        return body.build().toString();
    }

    static String userData(Map<String, String> data) {
        return begun("UpdateUserData").add("userData", map(data)).build().toString();
    }

    /** @param place and @param queue and @param devicePath may be empty */
    static String start(String place, String queue, String devicePath) {
        JsonObjectBuilder body =
                begun("StartContactCenterSession").add("channels", JsonParts.JSON.createArrayBuilder(List.of("voice")));
        addText(body, "place", place);
        addText(body, "queue", queue);
        addText(body, "devicePath", devicePath);
        return body.build().toString();
    }

    private static void addText(JsonObjectBuilder body, String member, String value) {
        if (!value.isEmpty()) {
            body.add(member, value);
        }
    }

    private static JsonObjectBuilder begun(String name) {
        return JsonParts.JSON.createObjectBuilder().add("operationName", name);
    }

    private static JsonObjectBuilder map(Map<String, String> members) {
        JsonObjectBuilder object = JsonParts.JSON.createObjectBuilder();
        members.forEach(object::add);
        return object;
    }

    private GwsBody() {}
}
