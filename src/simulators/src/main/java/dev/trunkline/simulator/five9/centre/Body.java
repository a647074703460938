package dev.trunkline.simulator.five9.centre;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON that came with a request. A member of the wrong type is refused, one that nobody knows is ignored. */
public record Body(JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** No text is an empty object. */
    public static Body of(String text) {
        try {
            return new Body(JSON.readTree(text.isBlank() ? "{}" : text));
        } catch (JsonProcessingException e) {
            throw VccException.malformed("The request is not JSON");
        }
    }

    /** This one, if it is an object. */
    public Body object() {
        if (!json.isObject()) {
            throw VccException.malformed("The request is not a JSON object");
        }
        return this;
    }

    private boolean absent(String name) {
        return json.path(name).isMissingNode() || json.path(name).isNull();
    }

    public boolean has(String name) {
        return !absent(name);
    }

    /** Empty if there is none; ids and numbers are text, never JSON numbers. */
    public String text(String name) {
        if (absent(name)) {
            return "";
        }
        if (!json.path(name).isTextual()) {
            throw VccException.malformed("'" + name + "' must be a string");
        }
        return json.path(name).asText().strip();
    }

    public String needed(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw VccException.malformed("'" + name + "' is missing");
        }
        return text;
    }

    public boolean flag(String name, boolean usual) {
        if (absent(name)) {
            return usual;
        }
        if (!json.path(name).isBoolean()) {
            throw VccException.malformed("'" + name + "' must be true or false");
        }
        return json.path(name).asBoolean();
    }

    /** Zero if there is none. */
    public long number(String name) {
        if (absent(name)) {
            return 0;
        }
        if (!json.path(name).isIntegralNumber()) {
            throw VccException.malformed("'" + name + "' must be a whole number");
        }
        return json.path(name).asLong();
    }

    public Body part(String name) {
        if (absent(name)) {
            throw VccException.malformed("'" + name + "' is missing");
        }
        return new Body(json.path(name)).object();
    }

    public List<String> texts(String name) {
        if (!json.path(name).isArray()) {
            throw VccException.malformed("'" + name + "' must be an array");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : json.path(name)) {
            if (!one.isTextual()) {
                throw VccException.malformed("'" + name + "' must hold strings");
            }
            texts.add(one.asText());
        }
        return texts;
    }

    /** All members, each of which must be text. */
    public Map<String, String> allTexts() {
        object();
        Map<String, String> all = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw VccException.malformed("'" + entry.getKey() + "' must be a string");
            }
            all.put(entry.getKey(), entry.getValue().asText());
        });
        return all;
    }
}
