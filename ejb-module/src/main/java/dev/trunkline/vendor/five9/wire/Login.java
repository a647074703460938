package dev.trunkline.vendor.five9.wire;

/**
 * Answer to a log-in, and metadata (sheet 1.2).
 *
 * @param host of the active data centre's API, or {@code ""}
 * @param port of it, as text
 */
public record Login(String tokenId, String userId, String orgId, String farmId, String host, String port) {}
