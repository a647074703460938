package dev.trunkline.vendor.finesse.wire;

/**
 * An agent.
 *
 * @param pendingState what was asked for during a call and comes after it; else empty
 * @param reasonCodeId {@code -1} or empty if there is no reason
 * @param reasonLabel text of the reason, where Finesse sends it along; else empty
 */
public record User(
        String loginId,
        String loginName,
        String firstName,
        String lastName,
        String extension,
        String state,
        String pendingState,
        String reasonCodeId,
        String reasonLabel,
        String stateChangeTime,
        String wrapUpOnOutgoing) {}
