package dev.trunkline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The contract's schemas: what we send must pass them. */
public final class ContractSchema {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers -> mappers.mappings(id -> id.startsWith("urn:trunkline:schema:")
                    ? "classpath:contract/schema/" + id.substring("urn:trunkline:schema:".length()) + ".schema.json"
                    : id)));

    private ContractSchema() {}

    /** @param name for example {@code ack} or {@code error#/$defs/problem} */
    public static void assertFits(String name, String json) {
        assertThat(SCHEMAS.getSchema(SchemaLocation.of("urn:trunkline:schema:" + name))
                        .validate(json, InputFormat.JSON))
                .as(json)
                .isEmpty();
    }
}
