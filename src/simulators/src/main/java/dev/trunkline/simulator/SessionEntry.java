package dev.trunkline.simulator;

import java.time.Instant;

/** One open event stream of an agent. */
public record SessionEntry(String agent, String resource, Instant connectedAt) {}
