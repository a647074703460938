package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

/**
 * As whom and with which phone an agent is signed in to one platform.
 *
 * @param key the agent here
 * @param vendor the platform, for example {@code finesse}
 * @param username the agent's name there
 * @param extension the agent's phone; {@code ""} where the platform has none or knows it itself
 * @param device which of several phones; mostly {@code ""}
 * @param credential what the platform asks of the agent
 */
public record AgentSession(
        AgentKey key, String vendor, String username, String extension, String device, Credential credential) {
    public AgentSession {
        requireNonNull(key, "key");
        requireNonNull(vendor, "vendor");
        requireNonNull(username, "username");
        requireNonNull(credential, "credential");
        extension = extension == null ? "" : extension;
        device = device == null ? "" : device;
    }

    /** The same agent with the same phone and another credential. */
    public AgentSession with(Credential other) {
        return new AgentSession(key, vendor, username, extension, device, other);
    }
}
