package dev.trunkline.vendor.genesys.wire;

/** @param type {@code sip} or {@code q850} */
public record DisconnectReason(String type, int code) {}
