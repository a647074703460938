package dev.trunkline.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The contract's schemas: what every message of ours must pass. */
public final class ContractSchema {
    private static final String ID = "urn:trunkline:schema:";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaLoaders(
                    loaders -> loaders.schemas(id -> id.startsWith(ID) ? schema(id.substring(ID.length())) : null)));

    public static void assertValid(String name, String json) {
        assertThat(FACTORY.getSchema(SchemaLocation.of(ID + name)).validate(json, InputFormat.JSON))
                .as("%s: %s", name, json)
                .isEmpty();
    }

    /** Each form by the schema of its channel. */
    public static void assertFormsValid(Map<String, String> forms) {
        assertThat(forms).isNotEmpty();
        forms.forEach((channel, form) -> assertValid("event-" + channel.toLowerCase(Locale.ROOT), form));
    }

    private static String schema(String name) {
        try (InputStream content =
                ContractSchema.class.getResourceAsStream("/contract/schema/" + name + ".schema.json")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ContractSchema() {}
}
