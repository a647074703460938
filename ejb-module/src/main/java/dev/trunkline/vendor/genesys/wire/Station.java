package dev.trunkline.vendor.genesys.wire;

/** A phone; no id: there is none. */
public record Station(String id, String name) {}
