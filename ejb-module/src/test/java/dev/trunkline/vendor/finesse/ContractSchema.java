package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The contract's schemas: what every message of ours must pass. */
final class ContractSchema {
    private static final Map<String, String> SCHEMAS =
            List.of("event-finesse", "event-cisco", "agent", "common", "gateway").stream()
                    .collect(Collectors.toMap(
                            name -> "urn:trunkline:schema:" + name,
                            name -> CallFixture.resource("/contract/schema/" + name + ".schema.json")));

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012, factory -> factory.schemaLoaders(loaders -> loaders.schemas(SCHEMAS)));

    static void assertValid(String name, String json) {
        assertThat(FACTORY.getSchema(SchemaLocation.of("urn:trunkline:schema:" + name))
                        .validate(json, InputFormat.JSON))
                .as("%s: %s", name, json)
                .isEmpty();
    }

    static void assertFormsValid(Map<String, String> forms) {
        assertThat(forms).containsOnlyKeys("Finesse", "Cisco");
        assertValid("event-finesse", forms.get("Finesse"));
        assertValid("event-cisco", forms.get("Cisco"));
    }

    private ContractSchema() {}
}
