package dev.trunkline.vendor.webexcc.wire;

import java.util.List;

/** An agent as he is configured (sheet 3.1). */
public record User(String id, String firstName, String lastName, String profileId, List<String> teamIds) {
    /** Who may not be read. */
    public static final User UNKNOWN = new User("", "", "", "", List.of());
}
