package dev.trunkline.vendor.gws.wire;

/** What an agent is at a device. @param workMode and @param reason are empty for most */
public record UserState(String id, String displayName, String state, String workMode, String reason) {}
