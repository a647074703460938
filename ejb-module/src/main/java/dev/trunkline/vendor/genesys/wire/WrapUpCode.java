package dev.trunkline.vendor.genesys.wire;

/** An outcome of a call. */
public record WrapUpCode(String id, String name) {}
