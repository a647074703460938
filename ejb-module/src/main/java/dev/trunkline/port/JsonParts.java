package dev.trunkline.port;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts of a platform's JSON, of which nothing is certain: what is absent, null or of another kind reads as empty. */
public final class JsonParts {
    /** Found once, on a thread that sees the server's libraries: those of a protocol library may not. */
    public static final JsonProvider JSON = JsonProvider.provider();

    public static JsonObject object(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException garbage) {
            throw new IllegalArgumentException("not a JSON object", garbage);
        }
    }

    public static JsonArray array(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray();
        } catch (JsonException | IllegalStateException garbage) {
            throw new IllegalArgumentException("not a JSON array", garbage);
        }
    }

    // ---- what may be missing

    public static JsonObject child(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
    }

    public static Stream<JsonObject> objects(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray list ? objects(list) : Stream.empty();
    }

    public static Stream<JsonObject> objects(JsonArray list) {
        return list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    public static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        boolean none = value == null || value instanceof JsonObject || value instanceof JsonArray;
        return none || value == JsonValue.NULL ? "" : value.toString();
    }

    public static boolean flag(JsonObject object, String name) {
        return Boolean.parseBoolean(text(object, name));
    }

    public static long number(JsonObject object, String name) {
        return Optional.of(text(object, name))
                .filter(value -> value.matches("-?\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private JsonParts() {}
}
