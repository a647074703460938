package dev.trunkline.vendor.toy.wire;

/** What an agent shall be. */
public record State(String state, String phone, String mark) {}
