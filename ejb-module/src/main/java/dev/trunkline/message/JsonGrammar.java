package dev.trunkline.message;

/** Strict JSON, or JSON with exactly the five tolerances of contract 1.3 step 2, without which the seeds' own samples fail. */
enum JsonGrammar {
    STRICT {
        @Override
        boolean blank(int character) {
            return character == ' ' || character == '\t' || character == '\n' || character == '\r';
        }

        @Override
        boolean quote(int character) {
            return character == '"';
        }
    },
    LENIENT {
        @Override
        boolean blank(int character) {
            return Words.blank(character);
        }

        @Override
        boolean quote(int character) {
            return character == '"' || character == '“' || character == '”';
        }
    };

    abstract boolean blank(int character);

    /** Opens and closes a string; in lenient reading any of the quotes may close what any other opened. */
    abstract boolean quote(int character);

    boolean allowsBareNames() {
        return this == LENIENT;
    }

    boolean allowsCommaBeforeEnd() {
        return this == LENIENT;
    }
}
