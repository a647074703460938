package dev.trunkline.vendor.webexcc.wire;

/** A caller id that may be shown (sheet 3.1). */
public record Ani(String number, boolean usual) {}
