package dev.trunkline.vendor.gws.wire;

/** A state that an agent may choose, and the operation that he chooses it by. */
public record AgentState(String id, String operationName, String displayName, String state, String workMode) {}
