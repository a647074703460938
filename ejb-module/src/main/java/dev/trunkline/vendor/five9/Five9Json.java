package dev.trunkline.vendor.five9;

import static dev.trunkline.port.JsonParts.array;
import static dev.trunkline.port.JsonParts.child;
import static dev.trunkline.port.JsonParts.flag;
import static dev.trunkline.port.JsonParts.number;
import static dev.trunkline.port.JsonParts.object;
import static dev.trunkline.port.JsonParts.objects;
import static dev.trunkline.port.JsonParts.text;

import dev.trunkline.port.JsonParts;
import dev.trunkline.port.PlatformTime;
import dev.trunkline.vendor.five9.wire.ApiError;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.Callback;
import dev.trunkline.vendor.five9.wire.Campaign;
import dev.trunkline.vendor.five9.wire.DialFailure;
import dev.trunkline.vendor.five9.wire.Disposition;
import dev.trunkline.vendor.five9.wire.Frame;
import dev.trunkline.vendor.five9.wire.Login;
import dev.trunkline.vendor.five9.wire.Notice;
import dev.trunkline.vendor.five9.wire.Presence;
import dev.trunkline.vendor.five9.wire.Reason;
import dev.trunkline.vendor.five9.wire.Station;
import dev.trunkline.vendor.five9.wire.Variable;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** JSON text to {@code wire}, tolerant (sheet 1.4): unknown members are left out, absent ones, nulls and other kinds read as empty. */
final class Five9Json {
    private static final ApiError NOTHING_SAID = new ApiError("", "", "", "");

    /** Also where the body is none of the platform's: then nothing was said. */
    static ApiError error(String body) {
        if (!body.stripLeading().startsWith("{")) {
            return NOTHING_SAID;
        }
        try {
            JsonObject detail = child(object(body), "five9ExceptionDetail");
            JsonObject context = child(detail, "context");
            return new ApiError(
                    text(detail, "errorCode"),
                    text(context, "contextCode"),
                    text(detail, "message"),
                    text(context, "farmId"));
        } catch (IllegalArgumentException garbage) {
            return NOTHING_SAID;
        }
    }

    // ---- sessions

    /** Of a log-in, and of metadata; event 1002 has the inner object alone (sheet 5.6). */
    static Login login(String body) {
        JsonObject login = object(body);
        JsonObject metadata = login.containsKey("metadata") ? child(login, "metadata") : login;
        JsonObject url = objects(active(metadata), "apiUrls").findFirst().orElse(JsonValue.EMPTY_JSON_OBJECT);
        return new Login(
                text(login, "tokenId"),
                text(login, "userId"),
                text(login, "orgId"),
                text(child(login, "context"), "farmId"),
                text(url, "host"),
                text(url, "port"));
    }

    /** The one that says so, else the first (sheet 1.2). */
    private static JsonObject active(JsonObject metadata) {
        List<JsonObject> centres = objects(metadata, "dataCenters").toList();
        return centres.stream()
                .filter(centre -> flag(centre, "active"))
                .findFirst()
                .or(() -> centres.stream().findFirst())
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** A bare quoted text (sheet 2.3). */
    static String word(String body) {
        String bare = body.strip();
        boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    static List<Notice> notices(String body) {
        return list(body)
                .map(one -> new Notice(text(one, "id"), text(one, "annotation"), flag(one, "accepted")))
                .toList();
    }

    /** Ids of whatever is listed. */
    static List<String> ids(String body) {
        return list(body).map(one -> text(one, "id")).toList();
    }

    static Station station(String body) {
        JsonObject station = object(body);
        return new Station(
                first(station, "stationId", "id"),
                first(station, "stationType", "type").toUpperCase(Locale.ROOT));
    }

    static Presence presence(String body) {
        return presence(object(body));
    }

    static Presence presence(JsonObject presence) {
        JsonObject later = child(presence, "pendingState");
        JsonObject now = child(presence, "currentState");
        return new Presence(
                channels(now),
                text(now, "notReadyReasonCodeId"),
                number(presence, "currentStateTime"),
                later.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Presence(channels(later), text(later, "notReadyReasonCodeId"), 0)));
    }

    private static List<String> channels(JsonObject state) {
        return Optional.ofNullable(state.get("readyChannels"))
                .filter(list -> list.getValueType() == JsonValue.ValueType.ARRAY)
                .map(list -> list.asJsonArray().stream()
                        .filter(JsonString.class::isInstance)
                        .map(word -> ((JsonString) word).getString())
                        .toList())
                .orElse(List.of());
    }

    static List<Reason> reasons(String body) {
        return list(body)
                .map(one -> new Reason(
                        text(one, "id"), text(one, "name"), !one.containsKey("selectable") || flag(one, "selectable")))
                .toList();
    }

    // ---- campaigns and what belongs to them

    static List<String> campaignIds(String body) {
        return Optional.ofNullable(object(body).get("campaignIds"))
                .filter(list -> list.getValueType() == JsonValue.ValueType.ARRAY)
                .map(list -> list.asJsonArray().stream().map(Five9Json::plain).toList())
                .orElse(List.of());
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    static Campaign campaign(String body) {
        JsonObject campaign = object(body);
        return new Campaign(text(campaign, "id"), text(campaign, "name"));
    }

    /** In an object, or, where there is no campaign, maybe bare. */
    static List<Disposition> dispositions(String body) {
        return list(body, "dispositions")
                .map(one -> new Disposition(text(one, "id"), text(one, "name")))
                .toList();
    }

    private static Stream<JsonObject> list(String body) {
        return none(body) ? Stream.empty() : objects(array(body));
    }

    /** No list is as good as an empty one. */
    private static boolean none(String body) {
        return body.isBlank() || body.strip().equals("null");
    }

    private static Stream<JsonObject> list(String body, String name) {
        return none(body) || body.stripLeading().startsWith("[") ? list(body) : objects(object(body), name);
    }

    static List<Variable> variables(String body) {
        return list(body)
                .map(one -> new Variable(text(one, "id"), text(one, "group"), text(one, "name")))
                .filter(one -> !one.id().isEmpty() && !one.name().isEmpty())
                .toList();
    }

    static Callback callback(JsonObject callback) {
        return new Callback(text(callback, "id"), text(callback, "number"), number(callback, "dueDate"));
    }

    static List<Callback> callbacks(String body) {
        return list(body, "callbacks").map(Five9Json::callback).toList();
    }

    /** A list of whatever may be transferred to: as it comes. */
    static List<JsonObject> anything(String body) {
        return list(body, "items").toList();
    }

    // ---- calls

    static List<CallInfo> calls(String body) {
        return list(body)
                .filter(one -> !text(one, "id").isEmpty())
                .map(Five9Json::call)
                .toList();
    }

    /** Of an answer to a dial, which has none as far as is known: what is not in the form of one may be another thing's (sheet 1, 3.2). */
    static Optional<String> callId(String body) {
        if (!body.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(text(object(body), "id")).filter(id -> id.matches("[0-9A-F]{32}"));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    static CallInfo call(JsonObject info) {
        String id = info.get("id") instanceof JsonString named ? named.getString() : "";
        if (id.isBlank()) {
            throw new IllegalArgumentException("a call without id");
        }
        return new CallInfo(
                id,
                text(info, "state"),
                text(info, "callType"),
                text(info, "campaignId"),
                text(info, "number"),
                text(info, "ani"),
                text(info, "dnis"),
                text(info, "addressType"),
                values(child(info, "variables")),
                info.toString());
    }

    private static Map<String, String> values(JsonObject variables) {
        Map<String, String> all = new LinkedHashMap<>();
        variables.keySet().forEach(id -> all.put(id, text(variables, id)));
        return all;
    }

    // ---- events

    static Frame frame(String message) {
        JsonObject frame = object(message);
        JsonObject context = child(frame, "context");
        return new Frame(
                text(context, "eventId"),
                text(context, "eventReason"),
                text(context, "userName"),
                number(context, "timeStamp"),
                frame.getOrDefault("payLoad", JsonValue.NULL));
    }

    /** The call that this frame tells of; empty if it tells of none, or is no frame: whoever hears it says so. */
    static Optional<String> pushedCall(String message) {
        try {
            Frame frame = frame(message);
            return Set.of("3", "30", "4", "5", "31").contains(frame.eventId())
                            && frame.payLoad() instanceof JsonObject payLoad
                    ? Optional.of(call(payLoad).id())
                    : Optional.empty();
        } catch (RuntimeException garbage) {
            return Optional.empty();
        }
    }

    static DialFailure dialFailure(JsonValue payLoad) {
        JsonObject failure = payLoad instanceof JsonObject known ? known : JsonValue.EMPTY_JSON_OBJECT;
        String cause = payLoad instanceof JsonString said ? said.getString() : first(failure, "cause", "message");
        return new DialFailure(text(failure, "campaignId"), cause, text(failure, "errorCode"), text(failure, "number"));
    }

    /** @param millis since 1970, or 0 */
    static String time(long millis) {
        return millis <= 0
                ? ""
                : PlatformTime.normal(Instant.ofEpochMilli(millis).toString());
    }

    static String first(JsonObject object, String... names) {
        return Stream.of(names)
                .map(name -> JsonParts.text(object, name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Five9Json() {}
}
