package dev.trunkline.vendor.finesse.wire;

/** A {@code ReasonCode} or a {@code WrapUpReason}; its id is the end of {@code uri}, not {@code code} (sheet 2.4). */
public record LabelledReason(String uri, String code, String label, String forAll) {}
