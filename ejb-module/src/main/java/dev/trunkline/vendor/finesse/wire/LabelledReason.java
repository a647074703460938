package dev.trunkline.vendor.finesse.wire;

/**
 * A {@code ReasonCode} or a {@code WrapUpReason}; its id is the end of {@code uri}, not {@code code} (sheet 2.4).
 *
 * @param systemCode {@code true} if Finesse sets it by itself and lets nobody choose it
 */
public record LabelledReason(String uri, String code, String label, String forAll, String systemCode) {}
