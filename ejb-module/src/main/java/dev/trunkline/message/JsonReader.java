package dev.trunkline.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one JSON text. Our own, because no JSON-B or JSON-P parser shows doubled names and numbers as written, nor has the
 * contract's tolerances. Goes over the text once; its recursion is bounded by the nesting that the contract allows.
 */
final class JsonReader {
    static final int DEEPEST = 16;

    private final JsonCursor cursor;
    private final JsonGrammar grammar;
    private final JsonStrings strings;

    private JsonReader(String text, JsonGrammar grammar) {
        this.cursor = new JsonCursor(text);
        this.grammar = grammar;
        this.strings = new JsonStrings(cursor, grammar);
    }

    /** @throws InvalidJsonException with line and column */
    static Json read(String text, JsonGrammar grammar) {
        return new JsonReader(text, grammar).whole();
    }

    private Json whole() {
        Json value = value(0);
        cursor.skipBlanks(grammar);
        if (cursor.peek() != JsonCursor.END) {
            throw cursor.failure("the text should end here");
        }
        return value;
    }

    private Json value(int depth) {
        cursor.skipBlanks(grammar);
        int first = cursor.peek();
        if (grammar.quote(first)) {
            return new Json.Text(strings.read());
        }
        return switch (first) {
            case '{' -> members(deeper(depth));
            case '[' -> items(deeper(depth));
            case 't', 'f', 'n' -> word();
            default -> new Json.Number(JsonNumbers.read(cursor));
        };
    }

    private int deeper(int depth) {
        if (depth == DEEPEST) {
            throw cursor.failure("nested deeper than " + DEEPEST);
        }
        cursor.next();
        return depth + 1;
    }

    private Json word() {
        if (cursor.take("true")) {
            return new Json.Truth(true);
        }
        if (cursor.take("false")) {
            return new Json.Truth(false);
        }
        if (cursor.take("null")) {
            return new Json.Null();
        }
        throw cursor.failure("a value was expected");
    }

    private Json members(int depth) {
        List<Json.Member> members = new ArrayList<>();
        while (another('}', members.isEmpty())) {
            String name = name();
            cursor.skipBlanks(grammar);
            cursor.expect(':', "a colon");
            members.add(new Json.Member(name, value(depth)));
        }
        return new Json.Members(members);
    }

    private Json items(int depth) {
        List<Json> items = new ArrayList<>();
        while (another(']', items.isEmpty())) {
            items.add(value(depth));
        }
        return new Json.Items(items);
    }

    /** Steps over the comma, or over the closing bracket and says that nothing more comes. */
    private boolean another(char closing, boolean first) {
        cursor.skipBlanks(grammar);
        if (cursor.take(closing)) {
            return false;
        }
        if (first) {
            return true;
        }
        cursor.expect(',', "a comma or " + closing);
        cursor.skipBlanks(grammar);
        return !(grammar.allowsCommaBeforeEnd() && cursor.take(closing));
    }

    private String name() {
        if (grammar.quote(cursor.peek())) {
            return strings.read();
        }
        if (!grammar.allowsBareNames() || !bareNameStart(cursor.peek())) {
            throw cursor.failure("a member name was expected");
        }
        int start = cursor.position();
        while (bareNameStart(cursor.peek()) || JsonNumbers.digit(cursor.peek())) {
            cursor.next();
        }
        return cursor.since(start);
    }

    private static boolean bareNameStart(int character) {
        return character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z'
                || character == '_'
                || character == '$';
    }
}
