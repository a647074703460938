package dev.trunkline.simulator.webexcc.centre;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of what is always there are the same in every run; all others are new each time. */
public final class Ids {
    public static final String ORGANISATION = of("organisation", "example");

    private Ids() {}

    public static String of(String kind, String name) {
        return UUID.nameUUIDFromBytes(("webexcc " + kind + " " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public static String next() {
        return UUID.randomUUID().toString();
    }

    /** As a tracking id is formed (sheet 2.2). */
    public static String tracking(String prefix) {
        return prefix + "_" + next();
    }
}
