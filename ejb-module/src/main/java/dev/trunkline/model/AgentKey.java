package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

/** One agent of one tenant; every table, lane and stream is kept by it. */
public record AgentKey(String tenant, String agent) {
    /** The one tenant of version 1. */
    public static final String DEFAULT_TENANT = "default";

    public AgentKey {
        requireNonNull(tenant, "tenant");
        requireNonNull(agent, "agent");
    }

    @Override
    public String toString() {
        return tenant + "/" + agent;
    }
}
