package dev.trunkline.message;

import java.util.Locale;

/** How words of a message are made comparable: blanks of every kind, upper and lower case, separators. */
final class Words {
    private static final int LONGEST_REPEATED = 32;

    /** Everything that Unicode calls a blank, and the byte-order mark, which is one between two words. */
    static boolean blank(int character) {
        return character >= '\t' && character <= '\r'
                || character == '\u0085'
                || character == '\uFEFF'
                || Character.isSpaceChar(character);
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Without blanks and without the given characters. */
    static String without(String characters, String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars()
                .filter(character -> !blank(character) && characters.indexOf(character) < 0)
                .forEach(character -> kept.append((char) character));
        return kept.toString();
    }

    /** {@code "Set_Make-Call "} as {@code setmakecall}. */
    static String token(String separators, String text) {
        return without(separators, text.toLowerCase(Locale.ROOT));
    }

    /** What may be repeated of a word that was not understood: short, and no half character at its end. */
    static String cut(String text) {
        String trimmed = trim(text);
        if (trimmed.length() <= LONGEST_REPEATED) {
            return trimmed;
        }
        boolean halved = Character.isHighSurrogate(trimmed.charAt(LONGEST_REPEATED - 1));
        return trim(trimmed.substring(0, halved ? LONGEST_REPEATED - 1 : LONGEST_REPEATED));
    }

    /** Characters as people and JSON Schema count them. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private Words() {}
}
