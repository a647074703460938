package dev.trunkline.vendor.genesys.wire;

/** A presence that can be chosen. */
public record Definition(String id, String label, String systemPresence, boolean deactivated) {}
