package dev.trunkline.message;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.Set;

/** What a single value may be taken for (contract 1.5, T13). Texts of refusals name the member, never its value. */
final class Values {
    private static final int MOST_DIGITS = 18;

    static String text(String name, Json sent, Set<Warning> warnings) {
        if (sent instanceof Json.Text text) {
            return text.value();
        }
        String digits = digits(name, sent, "a text");
        warnings.add(Warning.NUMERIC_DATA);
        return digits;
    }

    static long integer(String name, Json sent) {
        return Long.parseLong(digits(name, sent, "an integer"));
    }

    static boolean truth(String name, Json sent) {
        if (sent instanceof Json.Truth truth) {
            return truth.value();
        }
        String word = sent instanceof Json.Text text ? Words.trim(text.value()) : "";
        if (!word.equals("true") && !word.equals("false")) {
            throw refused(name, "must be true or false");
        }
        return word.equals("true");
    }

    /** More digits, a fraction or an exponent would have lost something before we saw the number. */
    private static String digits(String name, Json sent, String due) {
        if (!(sent instanceof Json.Number number)) {
            throw refused(name, "must be " + due);
        }
        String written = number.written();
        if (written.length() > MOST_DIGITS || !written.chars().allMatch(JsonNumbers::digit)) {
            throw refused(
                    name,
                    "must not be a number with sign, fraction or exponent or of more than " + MOST_DIGITS + " digits");
        }
        return written;
    }

    static RefusedException refused(String name, String why) {
        return new RefusedException(Code.INVALID_DATA, name + " " + why);
    }

    private Values() {}
}
