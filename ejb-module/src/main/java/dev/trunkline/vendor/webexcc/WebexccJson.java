package dev.trunkline.vendor.webexcc;

import static dev.trunkline.port.JsonParts.child;
import static dev.trunkline.port.JsonParts.flag;
import static dev.trunkline.port.JsonParts.number;
import static dev.trunkline.port.JsonParts.object;
import static dev.trunkline.port.JsonParts.objects;
import static dev.trunkline.port.JsonParts.text;
import static java.util.function.Predicate.not;

import dev.trunkline.model.SecretNames;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.webexcc.wire.Frame;
import dev.trunkline.vendor.webexcc.wire.Interaction;
import dev.trunkline.vendor.webexcc.wire.Media;
import dev.trunkline.vendor.webexcc.wire.Participant;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages of the socket to {@code wire} (sheet 5.1, 5.2). Whatever is unknown is left out, whatever is absent, null or of another kind reads
 * as empty.
 */
final class WebexccJson {
    /** Layout, not data (sheet 3.4). */
    private static final String LAYOUT = "FC-DESKTOP-VIEW";

    /** @throws IllegalArgumentException if it is no JSON object */
    static Frame frame(String message) {
        return frame(withoutSecrets(object(message)));
    }

    static Frame frame(JsonObject raw) {
        JsonObject data = child(raw, "data");
        String family = text(raw, "type");
        String type = text(data, "type");
        JsonObject contact = child(data, "interaction");
        String id = text(data, "interactionId");
        String named = id.isEmpty() ? text(contact, "interactionId") : id;
        return new Frame(
                family,
                type.isEmpty() ? family : type,
                named,
                text(data, "agentId"),
                number(data, "eventTime"),
                text(data, "trackingId"),
                text(data, "reason"),
                text(data, "reasonCode"),
                contact.isEmpty() ? Optional.empty() : Optional.of(interaction(contact, named)),
                data,
                raw);
    }

    /** The same, of a call that it does not name (sheet 4). */
    static Frame ofCall(Frame frame, String id) {
        return new Frame(
                frame.family(),
                frame.type(),
                id,
                frame.agentId(),
                frame.eventTime(),
                frame.trackingId(),
                frame.reason(),
                frame.reasonCode(),
                frame.interaction().map(none -> interaction(child(frame.data(), "interaction"), id)),
                frame.data(),
                frame.raw());
    }

    static Interaction interaction(JsonObject contact, String id) {
        String main = text(contact, "mainInteractionId");
        return new Interaction(
                id,
                main.isEmpty() ? id : main,
                text(contact, "owner"),
                text(contact, "state"),
                flag(contact, "isTerminated"),
                text(child(contact, "contactDirection"), "type"),
                text(contact, "outboundType"),
                text(contact, "currentVTeam"),
                texts(child(contact, "callProcessingDetails")),
                texts(child(contact, "callAssociatedDetails")),
                variables(contact),
                children(contact, "participants").stream()
                        .map(WebexccJson::participant)
                        .filter(not(one -> one.id().isEmpty()))
                        .toList(),
                children(contact, "media").stream()
                        .map(WebexccJson::media)
                        .filter(not(one -> one.id().isEmpty()))
                        .toList());
    }

    private static Participant participant(JsonObject one) {
        String kind = text(one, "pType");
        return new Participant(
                text(one, "id"),
                kind.isEmpty() ? text(one, "type") : kind,
                text(one, "name"),
                text(one, "dn"),
                flag(one, "isOffered"),
                said(one, "hasJoined"),
                flag(one, "hasLeft"),
                flag(one, "isConsulted"),
                flag(one, "isWrapUp"),
                flag(one, "isWrappedUp"));
    }

    private static Media media(JsonObject one) {
        return new Media(
                text(one, "mediaResourceId"), text(one, "mType"), said(one, "isHold"), strings(one, "participants"));
    }

    /** A flag, if there is one: some are texts (sheet 5.2). */
    private static Optional<Boolean> said(JsonObject one, String name) {
        return Optional.of(text(one, name)).filter(not(String::isEmpty)).map(Boolean::parseBoolean);
    }

    /** Members that are objects, which a map has by their ids. */
    private static List<JsonObject> children(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray list
                ? objects(list).toList()
                : child(object, name).values().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList();
    }

    static List<String> strings(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray list
                ? list.stream()
                        .filter(JsonString.class::isInstance)
                        .map(one -> ((JsonString) one).getString())
                        .toList()
                : List.of();
    }

    static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.keySet().forEach(name -> {
            String value = text(object, name);
            if (!value.isEmpty()) {
                texts.put(name, value);
            }
        });
        return texts;
    }

    /** What an agent may see, by name (sheet 3.4). */
    private static Map<String, String> variables(JsonObject contact) {
        Map<String, String> variables = new LinkedHashMap<>();
        children(contact, "callFlowParams").forEach(one -> variable(variables, one));
        JsonObject data = child(contact, "callAssociatedData");
        data.forEach((key, value) -> {
            boolean seen = value instanceof JsonObject one && !hidden(one) && !key.equals(LAYOUT);
            if (seen) {
                variable(variables, (JsonObject) value);
            }
        });
        return variables;
    }

    private static boolean hidden(JsonObject one) {
        return flag(one, "isSecure") || one.containsKey("agentViewable") && !flag(one, "agentViewable");
    }

    private static void variable(Map<String, String> variables, JsonObject one) {
        String name = text(one, "name");
        String value = text(one, "value");
        if (!name.isEmpty() && !value.isEmpty() && !SecretNames.contain(name)) {
            variables.put(name, value);
        }
    }

    /** Contract 3.6, at every depth. */
    static JsonObject withoutSecrets(JsonObject object) {
        JsonObjectBuilder rest = JsonParts.JSON.createObjectBuilder();
        object.forEach((name, value) -> {
            if (!SecretNames.contain(name)) {
                rest.add(name, value(value));
            }
        });
        return rest.build();
    }

    private static JsonValue value(JsonValue value) {
        if (value instanceof JsonObject object) {
            return withoutSecrets(object);
        }
        if (value instanceof JsonArray list) {
            var rest = JsonParts.JSON.createArrayBuilder();
            list.forEach(one -> rest.add(value(one)));
            return rest.build();
        }
        return value;
    }

    private WebexccJson() {}
}
