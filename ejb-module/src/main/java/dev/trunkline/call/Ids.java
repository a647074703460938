package dev.trunkline.call;

import java.security.SecureRandom;

/** Our own ids: short enough to be read aloud, long enough never to meet twice. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;

    private Ids() {}

    public static String command() {
        return "m-" + random();
    }

    public static String callRef() {
        return "c-" + random();
    }

    private static String random() {
        StringBuilder id = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(index -> id.append(LETTERS.charAt(index)));
        return id.toString();
    }
}
