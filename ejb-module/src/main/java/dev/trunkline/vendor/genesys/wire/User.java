package dev.trunkline.vendor.genesys.wire;

/** Whose token it is, with what he does and where his phone is. */
public record User(String id, String name, String username, Presence presence, Routing routing, Station station) {}
