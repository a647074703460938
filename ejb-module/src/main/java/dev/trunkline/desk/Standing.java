package dev.trunkline.desk;

import dev.trunkline.model.AgentState;

/**
 * How an agent stands on one platform (contract 13.5).
 *
 * @param channel the channel name of his latest Login, else the platform's default
 * @param link UP, DOWN or CONNECTING
 */
public record Standing(
        String channel,
        boolean signedIn,
        boolean attached,
        String username,
        String extension,
        AgentState state,
        String stateChangeTime,
        String link) {}
