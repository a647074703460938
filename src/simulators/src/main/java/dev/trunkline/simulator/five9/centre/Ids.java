package dev.trunkline.simulator.five9.centre;

import java.security.SecureRandom;
import java.util.Locale;

/** Ids as the platform has them: digits, but for a call's, which are 32 hexadecimal letters (sheet 1). */
public final class Ids {
    public static final String ORGANISATION = "131700";
    private static final long FIRST_USER = 3_570_001;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String user(int index) {
        return Long.toString(FIRST_USER + index);
    }

    static String call() {
        return hex(4).toUpperCase(Locale.ROOT);
    }

    /** So many times eight hexadecimal digits. */
    public static String hex(int words) {
        StringBuilder text = new StringBuilder();
        RANDOM.ints(words).forEach(word -> text.append("%08x".formatted(word)));
        return text.toString();
    }
}
