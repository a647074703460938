package dev.trunkline.vendor.five9.wire;

/** An outcome that a call may be given (sheet 4). */
public record Disposition(String id, String name) {}
