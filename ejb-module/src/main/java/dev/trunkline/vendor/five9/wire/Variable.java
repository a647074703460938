package dev.trunkline.vendor.five9.wire;

/** A call variable as the organisation has defined it (sheet 3.4). */
public record Variable(String id, String group, String name) {
    /** As clients know it. */
    public String fullName() {
        return group.isEmpty() ? name : group + "." + name;
    }
}
