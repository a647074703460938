package dev.trunkline.simulator;

import java.time.Instant;

/** One open event stream of an agent. @param server which of the platform's servers it is at, by its own name */
public record SessionEntry(String agent, String resource, String server, Instant connectedAt) {}
