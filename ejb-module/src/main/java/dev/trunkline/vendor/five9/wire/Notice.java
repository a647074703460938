package dev.trunkline.vendor.five9.wire;

/** A maintenance notice, which must be accepted before any work (sheet 2.3). */
public record Notice(String id, String annotation, boolean accepted) {}
