package dev.trunkline.vendor.gws;

import static dev.trunkline.port.JsonParts.child;
import static dev.trunkline.port.JsonParts.number;
import static dev.trunkline.port.JsonParts.object;
import static dev.trunkline.port.JsonParts.objects;
import static dev.trunkline.port.JsonParts.text;

import dev.trunkline.model.SecretNames;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.gws.wire.AgentState;
import dev.trunkline.vendor.gws.wire.Answer;
import dev.trunkline.vendor.gws.wire.Call;
import dev.trunkline.vendor.gws.wire.CallEvent;
import dev.trunkline.vendor.gws.wire.Device;
import dev.trunkline.vendor.gws.wire.ErrorMessage;
import dev.trunkline.vendor.gws.wire.Participant;
import dev.trunkline.vendor.gws.wire.User;
import dev.trunkline.vendor.gws.wire.UserState;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JSON text to {@code wire}. What is unknown is left out, what is absent, null or of another kind reads as empty. Our mark and secrets
 * (contract 3.6) stay here: nothing behind the reader ever sees them.
 */
final class GwsJson {
    private static final int NO_STATUS = -1;

    // ---- answers

    /** Of whatever came: a proxy and the filter before the API answer in other forms (sheet 3.4). */
    static Answer answer(String body) {
        try {
            JsonObject answer = object(body);
            return new Answer(
                    text(answer, "statusCode").matches("\\d{1,9}") ? (int) number(answer, "statusCode") : NO_STATUS,
                    text(answer, "statusMessage"),
                    parts(answer, "failed"),
                    parts(answer, "succeeded"));
        } catch (IllegalArgumentException otherForm) {
            return new Answer(NO_STATUS, "", List.of(), List.of());
        }
    }

    private static List<Answer.Part> parts(JsonObject answer, String name) {
        return objects(answer, name)
                .map(part -> new Answer.Part(
                        (int) number(part, "statusCode"), text(part, "statusMessage"), text(part, "channel")))
                .toList();
    }

    static User user(String body) {
        JsonObject user = child(object(body), "user");
        return new User(
                text(user, "id"),
                text(user, "userName"),
                text(user, "firstName"),
                text(user, "lastName"),
                list(user, "features")
                        .map(all -> all.map(one -> text(one, "id")).toList()),
                list(user, "devices").map(all -> all.map(GwsJson::device).toList()),
                list(user, "calls").map(all -> all.map(JsonValue::toString).toList()));
    }

    private static Optional<Stream<JsonObject>> list(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray ? Optional.of(objects(object, name)) : Optional.empty();
    }

    /** @return each as JSON text; an answer that only says where they are does not say that there are none (sheet 9) */
    static List<String> calls(String body) {
        JsonObject answer = object(body);
        boolean elsewhere = answer.get("uris") instanceof JsonArray uris && !uris.isEmpty();
        return list(answer, "calls")
                .or(() -> elsewhere ? Optional.empty() : Optional.of(Stream.empty()))
                .orElseThrow(() -> new IllegalArgumentException("calls without their fields"))
                .map(JsonValue::toString)
                .toList();
    }

    static List<Device> devices(String body) {
        return devices(object(body));
    }

    static List<Device> devices(JsonObject told) {
        return objects(told, "devices").map(GwsJson::device).toList();
    }

    private static Device device(JsonObject device) {
        JsonObject state = child(device, "userState");
        return new Device(
                text(device, "id"),
                text(device, "deviceState"),
                text(device, "phoneNumber"),
                texts(device, "channels"),
                new UserState(
                        text(state, "id"),
                        text(state, "displayName"),
                        text(state, "state"),
                        text(state, "workMode"),
                        text(state, "reason")));
    }

    /** In whatever member: its name is not documented. */
    static List<AgentState> agentStates(String body) {
        JsonObject answer = object(body);
        return answer.keySet().stream()
                .flatMap(name -> objects(answer, name))
                .map(state -> new AgentState(
                        text(state, "id"),
                        text(state, "operationName"),
                        text(state, "displayName"),
                        text(state, "state"),
                        text(state, "workMode")))
                .toList();
    }

    static ErrorMessage error(JsonObject told) {
        String device = last(text(told, text(told, "devicePath").isEmpty() ? "deviceUri" : "devicePath"));
        return new ErrorMessage(text(told, "errorMessage"), text(told, "errorCode"), device);
    }

    // ---- calls

    /** @param told {@code data} of a notification @param markName name of our member of the user data, or {@code ""} */
    static CallEvent event(JsonObject told, String markName) {
        JsonObject call = child(told, "call");
        if (text(call, "id").isEmpty()) {
            throw new IllegalArgumentException("a call without id");
        }
        JsonObject shown = published(told, markName);
        return new CallEvent(
                text(told, "notificationType"),
                call(child(shown, "call")),
                text(told, "phoneNumber"),
                number(child(told, "extensions"), "WrapUpTime"),
                time(told),
                markName.isEmpty() ? "" : text(child(call, "userData"), markName),
                shown.toString());
    }

    /** What was read, in the form in which it would have been told. */
    static CallEvent read(String call, String phoneNumber, String markName) {
        JsonObject told = JsonParts.JSON
                .createObjectBuilder()
                .add("notificationType", GwsCall.STATUS)
                .add("call", object(call))
                .add("phoneNumber", phoneNumber)
                .add("extensions", JsonValue.EMPTY_JSON_OBJECT)
                .add("messageType", "CallStateChangeMessage")
                .build();
        return event(told, markName);
    }

    /** As it must have been told while nobody listened. */
    static CallEvent released(CallEvent last) {
        JsonObject told = object(last.data());
        JsonObject call = JsonParts.JSON
                .createObjectBuilder(child(told, "call"))
                .add("state", GwsCall.RELEASED)
                .add("capabilities", JsonValue.EMPTY_JSON_ARRAY)
                .build();
        JsonObject released = JsonParts.JSON
                .createObjectBuilder(told)
                .add("notificationType", GwsCall.STATUS)
                .add("call", call)
                .remove("metrics")
                .build();
        return event(released, "");
    }

    private static Call call(JsonObject call) {
        return new Call(
                text(call, "id"),
                text(call, "state"),
                text(call, "callUuid"),
                text(call, "dnis"),
                text(call, "ani"),
                text(call, "callType"),
                participants(call),
                texts(call, "capabilities"),
                userData(child(call, "userData")),
                text(call, "mute"),
                text(call, "recordingState"),
                last(text(call, text(call, "parentCallPath").isEmpty() ? "parentCallUri" : "parentCallPath")),
                text(call, "uri"));
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Objects; of older servers plain texts (sheet 5.4). */
    private static List<Participant> participants(JsonObject call) {
        return call.get("participants") instanceof JsonArray all
                ? all.stream().map(GwsJson::participant).toList()
                : List.of();
    }

    private static Participant participant(JsonValue value) {
        if (value instanceof JsonString number) {
            return new Participant(number.getString(), number.getString(), "", "");
        }
        JsonObject party = value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return new Participant(
                text(party, "phoneNumber"),
                text(party, "digits"),
                text(party, "e164Number"),
                text(party, "formattedPhoneNumber"));
    }

    private static Map<String, String> userData(JsonObject data) {
        Map<String, String> all = new LinkedHashMap<>();
        data.forEach((name, value) -> {
            if (value != JsonValue.NULL) {
                all.put(name, value instanceof JsonString string ? string.getString() : value.toString());
            }
        });
        return all;
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray all
                ? all.stream()
                        .filter(JsonString.class::isInstance)
                        .map(value -> ((JsonString) value).getString())
                        .toList()
                : List.of();
    }

    /** The only time that an event has (sheet 5.4). */
    static String time(JsonObject told) {
        long millis = number(child(child(told, "metrics"), "eventProcessing"), "serverGenerationTimestamp");
        return millis > 0 ? GwsEventMapper.time(Instant.ofEpochMilli(millis)) : "";
    }

    // ---- what may be seen of it

    /** Without {@code channel}, which belongs beside it (contract W2), and without user data if there were only ours. */
    private static JsonObject published(JsonObject told, String markName) {
        JsonObjectBuilder shown = JsonParts.JSON.createObjectBuilder();
        told.forEach((name, value) -> {
            if (name.equals("call")) {
                shown.add(name, withoutMark(value.asJsonObject(), markName));
            } else if (!name.equals("channel") && !SecretNames.contain(name)) {
                shown.add(name, withoutSecrets(value));
            }
        });
        return shown.build();
    }

    private static JsonObject withoutMark(JsonObject call, String markName) {
        JsonObjectBuilder shown = JsonParts.JSON.createObjectBuilder();
        withoutSecrets(call).asJsonObject().forEach((name, value) -> {
            if (!name.equals("userData") || !(value instanceof JsonObject data)) {
                shown.add(name, value);
                return;
            }
            JsonObjectBuilder rest = JsonParts.JSON.createObjectBuilder(data).remove(markName);
            JsonObject others = rest.build();
            if (!others.isEmpty() || !data.containsKey(markName)) {
                shown.add(name, others);
            }
        });
        return shown.build();
    }

    /** At every depth. */
    private static JsonValue withoutSecrets(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder rest = JsonParts.JSON.createObjectBuilder();
            object.forEach((name, member) -> {
                if (!SecretNames.contain(name)) {
                    rest.add(name, withoutSecrets(member));
                }
            });
            return rest.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder rest = JsonParts.JSON.createArrayBuilder();
            array.forEach(member -> rest.add(withoutSecrets(member)));
            return rest.build();
        }
        return value;
    }

    private GwsJson() {}
}
