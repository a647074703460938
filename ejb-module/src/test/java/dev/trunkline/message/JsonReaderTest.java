package dev.trunkline.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In rows, {@code ~} is a no-break space and {@code ^} a line break. */
class JsonReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " [ ] ",
                "\"\"",
                "0",
                "-0",
                "-1.5e+10",
                "1E5",
                "10.01",
                "true",
                "false",
                "null",
                "[1,[2,{\"a\":[]}]]",
                "{\"a\":1,\"a\":2}",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\uDE00\"",
                "\"😀 “curly”\"",
                "\t\r\n1"
            })
    void strictGrammarShouldReadJson(String text) {
        assertThat(JsonReader.read(text, JsonGrammar.STRICT)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "[1,,2]",
                "[,]",
                "{,}",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{1:2}",
                "{'a':1}",
                "'a'",
                "\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12G4\"",
                "\"\\u12",
                "\"\\",
                "\"\\u0000\"",
                "\"\\uD800\"",
                "\"\\uDE00\\uD83D\"",
                "{\"\\uD800\":1}",
                "\"\u0000\"",
                "\"a\nb\"",
                "01",
                "+1",
                ".5",
                "1.",
                "1e",
                "1e+",
                "-",
                "--1",
                "0x1F",
                "NaN",
                "Infinity",
                "tru",
                "nul",
                "True",
                "1 2",
                "{} {}",
                "// no\n1",
                "/* no */ 1",
                "[1,,]",
                "{\"a\":1,,}",
                "{a-b:1}",
                "{9a:1}",
                "{ä:1}",
                "‘a’",
                "\"\\u٠٠٤١\""
            })
    void neitherGrammarShouldReadWhatIsNoJson(String text) {
        for (JsonGrammar grammar : JsonGrammar.values()) {
            assertThatThrownBy(() -> JsonReader.read(text, grammar))
                    .as("%s", grammar)
                    .isInstanceOf(InvalidJsonException.class)
                    .hasMessageMatching("(?s)line \\d+, column \\d+: .+");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:1}",
                "{$a_9:1}",
                "{_:1}",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1 , }",
                "“a”",
                "“a\"",
                "\"a”",
                "{“a”:1}",
                "~1",
                "[\u20031\u3000,\u20282]",
                "\uFEFF1",
                "{ true : true }"
            })
    void onlyLenientGrammarShouldReadTheFiveTolerances(String text) {
        String sent = text.replace('~', '\u00a0');
        assertThat(JsonReader.read(sent, JsonGrammar.LENIENT)).isNotNull();
        assertThatThrownBy(() -> JsonReader.read(sent, JsonGrammar.STRICT)).isInstanceOf(InvalidJsonException.class);
    }

    @Test
    void doubledNamesAndWrittenNumbersShouldStayVisible() {
        assertThat(JsonReader.read("{\"a\":1.0e0,\"a\":[null,true,\"x\"]}", JsonGrammar.STRICT))
                .isEqualTo(new Json.Members(List.of(
                        new Json.Member("a", new Json.Number("1.0e0")),
                        new Json.Member(
                                "a",
                                new Json.Items(List.of(new Json.Null(), new Json.Truth(true), new Json.Text("x")))))));
    }

    @Test
    void escapesShouldBeUndone() {
        assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E4\\ud83d\\ude00\"", JsonGrammar.STRICT))
                .isEqualTo(new Json.Text("\"\\/\b\f\n\r\tä😀"));
    }

    @ParameterizedTest
    @EnumSource
    void nestingShouldBeReadToItsLimitAndNoFurther(JsonGrammar grammar) {
        assertThat(JsonReader.read(nested(JsonReader.DEEPEST), grammar)).isNotNull();
        assertThatThrownBy(() -> JsonReader.read(nested(JsonReader.DEEPEST + 1), grammar))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("nested deeper than 16");
        assertThatThrownBy(() -> JsonReader.read("[".repeat(60_000), grammar)).isInstanceOf(InvalidJsonException.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"channel":"Fi" "x":1}  | line 1, column 17
            {^"a": 1^ 2}            | line 3, column 2
            {"😀": x}               | line 1, column 7
            [1                      | line 1, column 3
            """)
    void placeOfTheMistakeShouldBeTold(String text, String place) {
        assertThatThrownBy(() -> JsonReader.read(text.replace('^', '\n'), JsonGrammar.STRICT))
                .hasMessageStartingWith(place + ":");
        if (text.contains("^")) {
            assertThatThrownBy(() -> JsonReader.read(text.replace("^", "\r\n"), JsonGrammar.STRICT))
                    .hasMessageStartingWith(place + ":");
        }
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "[]" + "}".repeat(depth - 1);
    }
}
