package dev.trunkline.vendor.finesse.wire;

/** One of the two servers, as {@link SystemInfo} lists it; {@code xmppSecurePort} is empty before 12.6(2). */
public record Node(String host, String xmppSecurePort) {}
