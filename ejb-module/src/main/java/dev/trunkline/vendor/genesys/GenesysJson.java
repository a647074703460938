package dev.trunkline.vendor.genesys;

import static dev.trunkline.port.JsonParts.array;
import static dev.trunkline.port.JsonParts.child;
import static dev.trunkline.port.JsonParts.flag;
import static dev.trunkline.port.JsonParts.object;
import static dev.trunkline.port.JsonParts.objects;
import static dev.trunkline.port.JsonParts.text;

import dev.trunkline.model.SecretNames;
import dev.trunkline.port.PlatformTime;
import dev.trunkline.vendor.genesys.wire.ApiError;
import dev.trunkline.vendor.genesys.wire.Channel;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.Presence;
import dev.trunkline.vendor.genesys.wire.Routing;
import dev.trunkline.vendor.genesys.wire.Station;
import dev.trunkline.vendor.genesys.wire.User;
import dev.trunkline.vendor.genesys.wire.WrapUpCode;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * JSON text to {@code wire}. New members and words come without notice (sheet 5.3): whatever is unknown is left out, whatever is absent,
 * null or of another kind reads as empty.
 */
final class GenesysJson {
    static Conversation conversation(String text) {
        return conversation(object(text));
    }

    static Conversation conversation(JsonObject conversation) {
        String id = text(conversation, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a conversation without id");
        }
        return new Conversation(
                id,
                objects(conversation, "participants")
                        .map(GenesysLegs::leg)
                        .filter(leg -> !leg.id().isEmpty())
                        .toList());
    }

    static List<Conversation> conversations(String text) {
        return objects(object(text), "entities").map(GenesysJson::conversation).toList();
    }

    static User user(String text) {
        JsonObject user = object(text);
        String station = "associatedStation";
        JsonObject phones = child(user, "station");
        JsonObject phone = child(phones, child(phones, "effectiveStation").isEmpty() ? station : "effectiveStation");
        String login = text(user, "username");
        return new User(
                text(user, "id"),
                text(user, "name"),
                login.isEmpty() ? text(user, "email") : login,
                presence(child(user, "presence")),
                routing(child(user, "routingStatus")),
                station(phone));
    }

    static Presence presence(JsonObject presence) {
        JsonObject definition = child(presence, "presenceDefinition");
        return new Presence(text(definition, "id"), text(definition, "systemPresence"), time(presence, "modifiedDate"));
    }

    static Routing routing(JsonObject routing) {
        return new Routing(text(routing, "status"), time(routing, "startTime"));
    }

    private static Station station(JsonObject station) {
        return new Station(text(station, "id"), text(station, "name"));
    }

    static List<Station> stations(String text) {
        return objects(object(text), "entities").map(GenesysJson::station).toList();
    }

    static List<Definition> definitions(String text) {
        return objects(object(text), "entities")
                .map(one -> new Definition(
                        text(one, "id"),
                        label(child(one, "languageLabels"), text(one, "systemPresence")),
                        text(one, "systemPresence"),
                        flag(one, "deactivated")))
                .toList();
    }

    /** English, else any language. */
    private static String label(JsonObject labels, String otherwise) {
        return Stream.concat(Stream.of("en_US", "en"), labels.keySet().stream())
                .map(language -> text(labels, language))
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    /** Of a call as a bare array, of a queue as a page. */
    static List<WrapUpCode> wrapUpCodes(String text) {
        Stream<JsonObject> codes =
                text.stripLeading().startsWith("[") ? objects(array(text)) : objects(object(text), "entities");
        return codes.map(code -> new WrapUpCode(text(code, "id"), text(code, "name")))
                .toList();
    }

    static Channel channel(String text) {
        return channel(object(text));
    }

    private static Channel channel(JsonObject channel) {
        return new Channel(text(channel, "id"), text(channel, "connectUri"), text(channel, "expires"));
    }

    static List<Channel> channels(String text) {
        return objects(object(text), "entities").map(GenesysJson::channel).toList();
    }

    /** Topics of a subscription list, lower case: they are compared without case (sheet 5.2). */
    static List<String> topics(String text) {
        return objects(object(text), "entities")
                .map(topic -> text(topic, "id").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Of an answer to a subscription, those that the platform will tell. */
    static List<String> permitted(String text) {
        return objects(object(text), "entities")
                .filter(topic -> !text(topic, "state").equalsIgnoreCase("Rejected"))
                .map(topic -> text(topic, "id").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Also of the token endpoint, which says {@code error} and one of two descriptions. */
    static ApiError error(String text) {
        JsonObject error = object(text);
        return new ApiError(
                first(error, "code", "error"),
                first(error, "message", "error_description", "description"),
                text(error, "contextId"));
    }

    private static String first(JsonObject object, String... names) {
        return Stream.of(names)
                .map(name -> text(object, name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Attributes, without those whose names are on the list of contract 3.6: nothing behind the reader ever sees them. */
    static Map<String, String> attributes(JsonObject attributes) {
        Map<String, String> all = new LinkedHashMap<>();
        attributes.keySet().stream()
                .filter(name -> !SecretNames.contain(name))
                .forEach(name -> all.put(name, text(attributes, name)));
        return all;
    }

    /** In the one form in which times can be compared. */
    private static String time(JsonObject object, String name) {
        return PlatformTime.normal(text(object, name));
    }

    private GenesysJson() {}
}
