package dev.trunkline.simulator.genesys.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON that came with a request. A member of the wrong type is refused, one that nobody knows is ignored (sheet 9.1). */
record Body(JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Body of(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isMissingNode() || json.isNull()) {
                throw ApiErrorException.badRequest("The request could not be understood: no body.");
            }
            return new Body(json);
        } catch (JsonProcessingException e) {
            throw ApiErrorException.badRequest("The request could not be understood: not JSON.");
        }
    }

    Optional<String> text(String name) {
        return member(name).map(value -> {
            if (!value.isTextual()) {
                throw ApiErrorException.invalidValue(name, value.toString());
            }
            return value.asText();
        });
    }

    String textOr(String name, String usual) {
        return text(name).orElse(usual);
    }

    String required(String name) {
        return text(name).filter(value -> !value.isBlank()).orElseThrow(() -> missing(name));
    }

    static ApiErrorException missing(String name) {
        return new ApiErrorException(400, "constraint.validation", "The " + name + " field is required.");
    }

    Optional<Boolean> flag(String name) {
        return member(name).map(value -> {
            if (!value.isBoolean()) {
                throw ApiErrorException.invalidValue(name, value.toString());
            }
            return value.asBoolean();
        });
    }

    Optional<Body> object(String name) {
        return member(name).map(value -> {
            if (!value.isObject()) {
                throw ApiErrorException.invalidValue(name, value.toString());
            }
            return new Body(value);
        });
    }

    /** Empty is as good as absent (sheet 3.1). */
    List<String> texts(String name) {
        return array(name).stream()
                .map(one -> one.isTextual() ? one.asText() : one.toString())
                .toList();
    }

    List<Body> objects(String name) {
        return array(name).stream().map(Body::new).toList();
    }

    private List<JsonNode> array(String name) {
        List<JsonNode> array = new ArrayList<>();
        member(name).ifPresent(value -> {
            if (!value.isArray()) {
                throw ApiErrorException.invalidValue(name, value.toString());
            }
            value.forEach(array::add);
        });
        return array;
    }

    /** Values are strings only (sheet 3.4). */
    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        object(name).ifPresent(object -> object.json().properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw ApiErrorException.invalidValue(
                        name + "." + entry.getKey(), entry.getValue().toString());
            }
            map.put(entry.getKey(), entry.getValue().asText());
        }));
        return map;
    }

    private Optional<JsonNode> member(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }
}
