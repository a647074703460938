package dev.trunkline.vendor.toy.wire;

/** An agent. @param state out, away or ready @param mark of the request that made it so, or empty */
public record Agent(String user, String name, String state, String phone, String mark) {}
