package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

/**
 * What a platform says of one agent at one moment.
 *
 * @param state common word
 * @param label the label shown to the agent: the platform's own word or the text of the reason
 * @param reasonCode id of the Not Ready or log-out reason, or {@code ""}
 * @param name the agent's full name
 * @param id the platform's id of the agent
 * @param loginName the agent's login name there
 * @param extension the phone the agent is signed in with, or {@code ""}
 * @param changedAt since when, ISO 8601, or {@code ""}
 * @param causedBy our command id, if the platform gave it back; else {@code ""}
 */
public record AgentSnapshot(
        AgentState state,
        String label,
        String reasonCode,
        String name,
        String id,
        String loginName,
        String extension,
        String changedAt,
        String causedBy) {
    public AgentSnapshot {
        requireNonNull(state, "state");
        requireNonNull(label, "label");
        requireNonNull(reasonCode, "reasonCode");
        requireNonNull(name, "name");
        requireNonNull(id, "id");
        requireNonNull(loginName, "loginName");
        requireNonNull(extension, "extension");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(causedBy, "causedBy");
    }

    /** An agent who is not signed in there. @param loginName his name there, as far as it is known */
    public static AgentSnapshot out(String loginName) {
        AgentState out = AgentState.LOGGED_OUT;
        return new AgentSnapshot(out, out.label(), "", "", loginName, loginName, "", "", "");
    }

    /** He has been signed out. @param causedBy our command, or {@code ""} */
    public AgentSnapshot left(String causedBy) {
        AgentState out = AgentState.LOGGED_OUT;
        return new AgentSnapshot(out, out.word(), "", name, id, loginName, extension, "", causedBy);
    }

    /** The same, shown to the agent in other words. */
    public AgentSnapshot labelled(String other) {
        return new AgentSnapshot(state, other, reasonCode, name, id, loginName, extension, changedAt, causedBy);
    }

    /** True if two of them tell a client the same. */
    public boolean sameAs(AgentSnapshot other) {
        return state == other.state
                && label.equals(other.label)
                && reasonCode.equals(other.reasonCode)
                && extension.equals(other.extension);
    }
}
