package dev.trunkline.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPartsTest {
    private static final JsonObject ALL = JsonParts.object(
            """
            {"text":"a \\"b\\"","count":"12","number":-7,"long":1760000000123,"decimal":1.5,"yes":true,"word":"true","no":false,
            "nothing":null,"child":{"name":"x"},"list":[{"name":"one"},2,null,{"name":"two"},["three"]]}""");

    @Test
    void textShouldBeWhatStandsThereAndEmptyWhereNothingDoes() {
        assertThat(JsonParts.text(ALL, "text")).isEqualTo("a \"b\"");
        assertThat(JsonParts.text(ALL, "number")).isEqualTo("-7");
        assertThat(JsonParts.text(ALL, "yes")).isEqualTo("true");
        for (String none : new String[] {"nothing", "child", "list", "absent"}) {
            assertThat(JsonParts.text(ALL, none)).as(none).isEmpty();
        }
    }

    @Test
    void numberShouldBeWholeAndZeroWhereItIsNone() {
        assertThat(JsonParts.number(ALL, "number")).isEqualTo(-7);
        assertThat(JsonParts.number(ALL, "long")).isEqualTo(1_760_000_000_123L);
        assertThat(JsonParts.number(ALL, "count")).as("as text").isEqualTo(12);
        for (String none : new String[] {"decimal", "text", "nothing", "child", "absent"}) {
            assertThat(JsonParts.number(ALL, none)).as(none).isZero();
        }
    }

    /** Longer than a number can be. */
    @Test
    void numberThatIsTooLongShouldBeNone() {
        JsonObject object = JsonParts.object("{\"id\":9999999999999999999}");
        assertThat(JsonParts.number(object, "id")).isZero();
        assertThat(JsonParts.text(object, "id")).isEqualTo("9999999999999999999");
    }

    @Test
    void flagShouldBeTrueOnlyWhereThatIsSaid() {
        assertThat(JsonParts.flag(ALL, "yes")).isTrue();
        assertThat(JsonParts.flag(ALL, "word")).as("as text").isTrue();
        for (String not : new String[] {"no", "number", "nothing", "absent"}) {
            assertThat(JsonParts.flag(ALL, not)).as(not).isFalse();
        }
    }

    @Test
    void childShouldBeEmptyWhereThereIsNone() {
        assertThat(JsonParts.text(JsonParts.child(ALL, "child"), "name")).isEqualTo("x");
        for (String none : new String[] {"list", "text", "nothing", "absent"}) {
            assertThat(JsonParts.child(ALL, none)).as(none).isEmpty();
        }
    }

    @Test
    void listShouldBeTheObjectsInItInTheirOrder() {
        assertThat(JsonParts.objects(ALL, "list"))
                .extracting(object -> JsonParts.text(object, "name"))
                .containsExactly("one", "two");
        assertThat(JsonParts.objects(ALL, "child")).isEmpty();
        assertThat(JsonParts.objects(ALL, "absent")).isEmpty();
        assertThat(JsonParts.objects(JsonParts.array("[{},1]"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"a\":", "<html>", "\"text\""})
    void whatIsNoObjectShouldBeSaidToBeNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonParts.object(text))
                .withMessage("not a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1,", "<html>"})
    void whatIsNoArrayShouldBeSaidToBeNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonParts.array(text))
                .withMessage("not a JSON array");
    }
}
