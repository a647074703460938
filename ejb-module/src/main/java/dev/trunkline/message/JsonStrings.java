package dev.trunkline.message;

/** Strings of JSON. Refuses what no platform and no database takes: a NUL, and half of a character. */
final class JsonStrings {
    private final JsonCursor cursor;
    private final JsonGrammar grammar;

    JsonStrings(JsonCursor cursor, JsonGrammar grammar) {
        this.cursor = cursor;
        this.grammar = grammar;
    }

    /** The cursor stands on the opening quote. */
    String read() {
        int start = cursor.position();
        cursor.next();
        StringBuilder text = new StringBuilder();
        while (!grammar.quote(cursor.peek())) {
            text.append(character());
        }
        cursor.next();
        if (holdsHalfCharacter(text)) {
            throw cursor.failure(start, "a string with half of a surrogate pair");
        }
        return text.toString();
    }

    private char character() {
        int character = cursor.peek();
        if (character == JsonCursor.END) {
            throw cursor.failure("a string does not end");
        }
        if (character < ' ') {
            throw cursor.failure("a control character in a string");
        }
        cursor.next();
        return character == '\\' ? escaped() : (char) character;
    }

    private char escaped() {
        int escape = cursor.position() - 1;
        return switch (cursor.next()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(escape);
            default -> throw cursor.failure(escape, "an unknown escape");
        };
    }

    private char unicode(int escape) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = hexadecimal(cursor.next());
            if (digit < 0) {
                throw cursor.failure(escape, "four hexadecimal digits were expected");
            }
            value = value * 16 + digit;
        }
        if (value == 0) {
            throw cursor.failure(escape, "a NUL in a string");
        }
        return (char) value;
    }

    /** Not {@code Character.digit}, which takes the digits of every script. */
    private static int hexadecimal(int character) {
        return character < 128 ? Character.digit(character, 16) : -1;
    }

    private static boolean holdsHalfCharacter(CharSequence text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
