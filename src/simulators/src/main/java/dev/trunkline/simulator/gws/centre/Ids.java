package dev.trunkline.simulator.gws.centre;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

/** Ids of what is always there are the same in every run; a call's are new, in the platform's own alphabets. */
public final class Ids {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    private static final int RANDOM_LETTERS = 21;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String of(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + " of gws " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** 32 letters, of which the last count the calls. */
    static String callUuid(long count) {
        StringBuilder id = new StringBuilder("01");
        RANDOM.ints(RANDOM_LETTERS, 0, LETTERS.length()).forEach(at -> id.append(LETTERS.charAt(at)));
        return id + "AES" + Long.toString(0x40000000L + count, 32).substring(1).toUpperCase(Locale.ROOT);
    }

    /** 16 hexadecimal digits. */
    static String connId(long count) {
        return "0071" + "%08x%04x".formatted(RANDOM.nextInt(), count & 0xffff);
    }
}
