package dev.trunkline.vendor.webexcc.wire;

/** Another agent who can be called (sheet 5.1, BuddyAgents). @param dn his phone */
public record Buddy(String agentId, String name, String dn) {}
