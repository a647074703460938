package dev.trunkline.vendor.five9.wire;

/** The phone that the agent works with (sheet 2.4). */
public record Station(String id, String type) {
    /** Whether there is one. */
    public boolean there() {
        return !type.equals("EMPTY");
    }
}
