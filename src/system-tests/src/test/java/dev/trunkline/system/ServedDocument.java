package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A document as the running gateway serves it. Its parts are named by JSON pointers; the schemas that it refers to are fetched from
 * where it says they are, as a tool would.
 */
final class ServedDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What stands around the schemas in such a document means nothing to a validator, and that is no news. */
    private static final JsonMetaSchema AROUND_SCHEMAS = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();

    private final String address;
    private final JsonNode root;
    private final JsonSchemaFactory factory;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    private ServedDocument(String address, String text) {
        this.address = address;
        this.root = JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        this.factory = JsonSchemaFactory.getInstance(VersionFlag.V202012, builder -> builder.metaSchema(AROUND_SCHEMAS)
                .schemaLoaders(loaders -> loaders.schemas(Map.of(address, root.toString()))));
    }

    /** @param base the gateway's address, with a slash at its end */
    static ServedDocument of(String base, String name) {
        String address = base + "docs/" + name;
        return new ServedDocument(address, Request.of("GET", address).send().body());
    }

    /** A pointer from names that may have slashes. */
    static String pointer(String... names) {
        StringBuilder pointer = new StringBuilder();
        for (String name : names) {
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** Where the part really stands: what it refers to inside the document, if it does. */
    String follow(String pointer) {
        String reference = at(pointer).path("$ref").asText();
        return reference.startsWith("#") ? follow(reference.substring(1)) : pointer;
    }

    static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** @param schema where the schema stands */
    boolean allows(JsonNode value, String schema) {
        return schema(schema).validate(value).isEmpty();
    }

    void check(JsonNode value, String schema) {
        assertThat(schema(schema).validate(value))
                .as("%s against %s of %s", value, schema, address)
                .isEmpty();
    }

    private JsonSchema schema(String pointer) {
        return schemas.computeIfAbsent(pointer, where -> factory.getSchema(SchemaLocation.of(address + "#" + where)));
    }
}
