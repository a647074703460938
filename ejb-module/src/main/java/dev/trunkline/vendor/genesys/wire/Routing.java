package dev.trunkline.vendor.genesys.wire;

/** What the distribution of calls sees. */
public record Routing(String status, String startTime) {}
