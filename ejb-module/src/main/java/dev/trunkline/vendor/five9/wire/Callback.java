package dev.trunkline.vendor.five9.wire;

/** A callback that is arranged (sheet 4.2). @param dueDate epoch milliseconds */
public record Callback(String id, String number, long dueDate) {}
