package dev.trunkline.simulator.genesys.centre;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of what is always there are the same in every run; all others are new each time. */
public final class Ids {
    private Ids() {}

    public static String of(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + " " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public static String next() {
        return UUID.randomUUID().toString();
    }
}
