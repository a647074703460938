package dev.trunkline.simulator.webexcc.centre;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON object that came with a request. A member of the wrong type or length is refused, one that nobody knows is ignored. */
public record Body(JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** No text is an empty object. */
    public static Body of(String text) {
        try {
            JsonNode json = JSON.readTree(text.isBlank() ? "{}" : text);
            if (!json.isObject()) {
                throw ApiErrorException.invalid("body", "The request is not a JSON object.");
            }
            return new Body(json);
        } catch (JsonProcessingException e) {
            throw ApiErrorException.invalid("body", "The request is not JSON.");
        }
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** Empty if there is none. */
    public String text(String name, int most) {
        if (!has(name)) {
            return "";
        }
        if (!json.path(name).isTextual()) {
            throw ApiErrorException.invalid(name, name + " must be a string.");
        }
        String text = json.path(name).asText();
        if (text.length() > most) {
            throw ApiErrorException.invalid(name, name + " must not be longer than " + most + ".");
        }
        return text;
    }

    /** A blank one is none. */
    public String required(String name, int most) {
        String text = text(name, most);
        if (text.isBlank()) {
            throw ApiErrorException.missing(name);
        }
        return text;
    }

    public boolean flag(String name, boolean usual) {
        if (!has(name)) {
            return usual;
        }
        if (!json.path(name).isBoolean()) {
            throw ApiErrorException.invalid(name, name + " must be true or false.");
        }
        return json.path(name).asBoolean();
    }

    public Optional<Body> part(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!json.path(name).isObject()) {
            throw ApiErrorException.invalid(name, name + " must be an object.");
        }
        return Optional.of(new Body(json.path(name)));
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (has(name) && !json.path(name).isArray()) {
            throw ApiErrorException.invalid(name, name + " must be an array.");
        }
        for (JsonNode one : json.path(name)) {
            if (!one.isTextual()) {
                throw ApiErrorException.invalid(name, name + " must hold strings.");
            }
            texts.add(one.asText());
        }
        return texts;
    }

    /** All members of an object of strings; none if there is no such object. */
    public Map<String, String> strings(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        part(name).ifPresent(part -> part.json().properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw ApiErrorException.invalid(name, name + "." + entry.getKey() + " must be a string.");
            }
            all.put(entry.getKey(), entry.getValue().asText());
        }));
        return all;
    }

    /** Data of a call, as much as is allowed (sheet 3.1). */
    public Map<String, String> attributes() {
        Map<String, String> all = strings("attributes");
        if (all.size() > Limits.ATTRIBUTES) {
            throw ApiErrorException.invalid(
                    "attributes", "attributes must not be more than " + Limits.ATTRIBUTES + ".");
        }
        all.forEach((name, value) -> {
            if (bytes(name) > Limits.ATTRIBUTE_NAME || bytes(value) > Limits.ATTRIBUTE_VALUE) {
                throw ApiErrorException.invalid("attributes", "An attribute's name or value is too long.");
            }
        });
        return all;
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
