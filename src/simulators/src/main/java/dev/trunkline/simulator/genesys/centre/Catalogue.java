package dev.trunkline.simulator.genesys.centre;

import java.util.List;
import java.util.Optional;

/** What the organisation has set up: its queues and wrap-up codes (design 1). */
public final class Catalogue {
    public static final String ORGANISATION = Ids.of("organisation", "example");
    /** Everybody works in it, so everybody can call on its behalf. */
    public static final Entry OUTBOUND = entry("queue", "Outbound");
    /** Nobody is a member. */
    public static final Entry BACK_OFFICE = entry("queue", "Back office");

    public static final List<Entry> QUEUES = List.of(OUTBOUND, BACK_OFFICE);
    /** Those of which everybody is a member. */
    public static final List<Entry> JOINED = List.of(OUTBOUND);

    public static final List<Entry> WRAPUP_CODES =
            List.of(entry("wrapup", "Call back later"), entry("wrapup", "Sale"), entry("wrapup", "Not interested"));
    /** The caller id of the queue. */
    public static final String CALLER_ID = "+18005550100";

    /** Something with an id and a name. */
    public record Entry(String id, String name) {}

    private Catalogue() {}

    private static Entry entry(String kind, String name) {
        return new Entry(Ids.of(kind, name), name);
    }

    public static Optional<Entry> queue(String id) {
        return QUEUES.stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    /** Those of the organisation and those of the system, which begin with ININ (sheet 4.1). */
    static boolean knowsCode(String id) {
        return id.matches("ININ-(OUTBOUND|WRAP-UP)-[A-Z-]+")
                || WRAPUP_CODES.stream().anyMatch(code -> code.id().equals(id));
    }
}
