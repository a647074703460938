package dev.trunkline.vendor.five9.wire;

/** A reason for Not Ready or for a log-out (sheet 2.5, 2.6). */
public record Reason(String id, String name, boolean selectable) {}
