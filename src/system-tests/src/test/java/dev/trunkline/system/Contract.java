package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The contract's schemas, from outside: what every message that leaves must satisfy. */
public final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "urn:trunkline:schema:";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(
                    loaders -> loaders.schemas(id -> id.startsWith(ID) ? schema(id.substring(ID.length())) : null)));
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private Contract() {}

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String schema(String name) {
        return text("/contract/schema/" + name + ".schema.json");
    }

    public static String text(String resource) {
        try (InputStream file = Contract.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param schema for example {@code rest-call#/$defs/list} */
    public static void check(JsonNode message, String schema) {
        JsonSchema compiled = SCHEMAS.computeIfAbsent(schema, name -> FACTORY.getSchema(SchemaLocation.of(ID + name)));
        assertThat(compiled.validate(message))
                .as("%s against %s", message, schema)
                .isEmpty();
    }

    /** A frame of the event stream against the schema of its kind. */
    public static void checkFrame(JsonNode frame) {
        check(frame, schemaOf(frame));
    }

    private static String schemaOf(JsonNode frame) {
        return switch (frame.path("topic").asText()) {
            case "Ack" -> "ack";
            case "Error" -> "error#/$defs/apiError";
            case "Agent", "App" -> "agent";
            default -> eventSchema(frame.path("channel").asText());
        };
    }

    /** The channel's own, or the one form of all that are not in the contract. */
    private static String eventSchema(String channel) {
        String own = "event-" + channel.toLowerCase(Locale.ROOT);
        return Contract.class.getResource("/contract/schema/" + own + ".schema.json") == null ? "event-further" : own;
    }
}
