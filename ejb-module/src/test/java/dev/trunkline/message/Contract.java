package dev.trunkline.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.trunkline.model.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract's schema and samples, and a message as the contract would write it. */
final class Contract {
    private static final String FOLDER = "/contract/schema/";
    private static final String ID = "urn:trunkline:schema:";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema CANONICAL = canonicalSchema();

    /** One line of the manifest. */
    record Sample(String name, String schema, boolean valid) {}

    static List<Sample> samples() {
        return StreamSupport.stream(json("samples/manifest.json").get("samples").spliterator(), false)
                .map(line -> new Sample(
                        line.get("sample").asText(),
                        line.get("schema").asText(),
                        line.get("valid").asBoolean()))
                .toList();
    }

    static byte[] bytes(String name) {
        try (InputStream file = Contract.class.getResourceAsStream(FOLDER + name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode json(String name) {
        return json(bytes(name));
    }

    static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A dial without options has its number as text: so the samples write it. */
    static JsonNode canonical(Message message) {
        ObjectNode canonical = JSON.createObjectNode();
        canonical.put("channel", message.channel());
        canonical.put("topic", message.verb().topic().word());
        canonical.put("subtopic", message.verb().word());
        message.source().ifPresent(source -> canonical.put("source", source));
        message.requestId().ifPresent(id -> canonical.put("requestId", id));
        message.idempotencyKey().ifPresent(key -> canonical.put("idempotencyKey", key));
        message.agent().ifPresent(agent -> canonical.put("agent", agent));
        if (message.verb().word().equals("MakeCall") && message.data().size() == 1) {
            canonical.put("data", message.text("toAddress").orElseThrow());
        } else if (!message.data().isEmpty()) {
            canonical.set("data", JSON.valueToTree(message.data()));
        }
        return canonical;
    }

    static Message assertCanonical(Message message) {
        assertThat(CANONICAL.validate(canonical(message)))
                .as("%s", canonical(message))
                .isEmpty();
        return message;
    }

    private static JsonSchema canonicalSchema() {
        Map<String, String> schemas = Stream.of("request", "common")
                .collect(Collectors.toMap(
                        name -> ID + name, name -> new String(bytes(name + ".schema.json"), StandardCharsets.UTF_8)));
        return JsonSchemaFactory.getInstance(
                        VersionFlag.V202012, factory -> factory.schemaLoaders(loaders -> loaders.schemas(schemas)))
                .getSchema(SchemaLocation.of(ID + "request#/$defs/canonical"));
    }

    private Contract() {}
}
