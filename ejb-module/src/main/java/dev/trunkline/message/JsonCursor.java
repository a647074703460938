package dev.trunkline.message;

/** A place in a text: one step at a time forward, and a line and column to tell if something is wrong there. */
final class JsonCursor {
    static final int END = -1;

    private final String text;
    private int position;

    JsonCursor(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    int peek() {
        return position < text.length() ? text.charAt(position) : END;
    }

    int next() {
        int character = peek();
        position++;
        return character;
    }

    boolean take(int character) {
        if (peek() != character) {
            return false;
        }
        position++;
        return true;
    }

    boolean take(String word) {
        if (!text.startsWith(word, position)) {
            return false;
        }
        position += word.length();
        return true;
    }

    void expect(int character, String what) {
        if (!take(character)) {
            throw failure(what + " was expected");
        }
    }

    void skipBlanks(JsonGrammar grammar) {
        while (grammar.blank(peek())) {
            position++;
        }
    }

    String since(int start) {
        return text.substring(start, position);
    }

    InvalidJsonException failure(String what) {
        return failure(position, what);
    }

    InvalidJsonException failure(int at, String what) {
        return new InvalidJsonException(where(Math.min(at, text.length())) + ": " + what);
    }

    private String where(int at) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n'
                    || text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                lineStart = i + 1;
            }
        }
        return "line " + line + ", column " + (text.codePointCount(lineStart, at) + 1);
    }
}
