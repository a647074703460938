package dev.trunkline.vendor.webexcc.wire;

/** An idle or wrap-up code (sheet 2.5). @param kind {@code IDLE_CODE}, {@code WRAP_UP_CODE} @param usual the organisation's default */
public record AuxCode(String id, String name, String kind, boolean active, boolean system, boolean usual) {}
