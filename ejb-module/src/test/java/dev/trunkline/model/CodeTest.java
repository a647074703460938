package dev.trunkline.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {
    @Test
    void codesShouldBeThoseOfTheContract() {
        try (JsonReader schema =
                Json.createReader(CodeTest.class.getResourceAsStream("/contract/schema/error.schema.json"))) {
            JsonArray codes = (JsonArray) schema.readObject().getValue("/$defs/code/enum");
            assertThat(Arrays.stream(Code.values()).map(Code::name))
                    .containsExactlyInAnyOrderElementsOf(codes.getValuesAs(JsonString::getString));
        }
    }

    @ParameterizedTest
    @EnumSource
    void codeShouldHaveAStatusOfARefusalAndASentenceForPeople(Code code) {
        assertThat(code.status()).isBetween(code == Code.LINK_RESTORED ? 200 : 400, 504);
        assertThat(code.sentence()).endsWith(".").doesNotContain(code.name(), "_");
    }
}
