package dev.trunkline.vendor.toy.wire;

/** Whom to call. */
public record Dial(String number, String mark) {}
