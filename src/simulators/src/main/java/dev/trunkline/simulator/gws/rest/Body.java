package dev.trunkline.simulator.gws.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trunkline.simulator.gws.centre.Operation;
import dev.trunkline.simulator.gws.centre.StatusException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON that came with a request. A member of the wrong type is refused, one that nobody knows is ignored. */
record Body(JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Body of(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.isObject()) {
                throw StatusException.invalid("The request is not a JSON object.");
            }
            return new Body(json);
        } catch (JsonProcessingException e) {
            throw StatusException.invalid("The request is not JSON.");
        }
    }

    /** Empty if there is none. */
    String text(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw StatusException.invalid("'" + name + "' must be text.");
        }
        return value.asText();
    }

    String operationName() {
        String name = text("operationName");
        if (name.isBlank()) {
            throw StatusException.missing("operationName");
        }
        return name;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private Optional<Map<String, Object>> map(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw StatusException.invalid("'" + name + "' must be an object.");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        value.properties().forEach(entry -> map.put(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
        return Optional.of(map);
    }

    /** Where to; empty if the request does not say it. */
    String number() {
        JsonNode destination = json.path("destination");
        if (destination.isMissingNode() || destination.isNull()) {
            return "";
        }
        if (!destination.isObject()) {
            throw StatusException.invalid("'destination' must be an object.");
        }
        return new Body(destination).text("phoneNumber");
    }

    /** What only the switch makes use of must be well formed, too. */
    Operation operation() {
        text("outboundCallerId");
        text("location");
        return new Operation(
                operationName(),
                number(),
                map("userData"),
                text("digits"),
                text("key"),
                text("otherCallUri"),
                text("consultCallUri"));
    }
}
