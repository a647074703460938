package dev.trunkline.vendor.five9.wire;

/** A campaign (sheet 3.1). */
public record Campaign(String id, String name) {}
