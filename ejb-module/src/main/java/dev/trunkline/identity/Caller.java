package dev.trunkline.identity;

import static java.util.Objects.requireNonNull;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent a request, and how it came.
 *
 * @param key the caller as an agent
 * @param roles what he may do
 * @param expires when the token ends
 * @param address where the request came from, for the audit
 * @param encrypted TLS, loopback, or what a trusted proxy marks so (contract F13): only then may a password travel
 */
public record Caller(AgentKey key, Set<Role> roles, Instant expires, String address, boolean encrypted) {
    public Caller {
        requireNonNull(key, "key");
        requireNonNull(expires, "expires");
        requireNonNull(address, "address");
        roles = Set.copyOf(roles);
    }

    /** The agent to act for: himself with role agent, another one only with role admin. */
    public AgentKey acting(Optional<String> agent) {
        AgentKey wanted = agent.map(name -> new AgentKey(key.tenant(), name)).orElse(key);
        if (roles.contains(Role.ADMIN) || (wanted.equals(key) && roles.contains(Role.AGENT))) {
            return wanted;
        }
        throw new RefusedException(Code.FORBIDDEN, "you may not act for agent " + wanted.agent());
    }

    /** The agent to listen to or read: himself, another one with role supervisor or admin. */
    public AgentKey watching(Optional<String> agent) {
        AgentKey wanted = agent.map(name -> new AgentKey(key.tenant(), name)).orElse(key);
        if (wanted.equals(key) || roles.contains(Role.SUPERVISOR) || roles.contains(Role.ADMIN)) {
            return wanted;
        }
        throw new RefusedException(Code.FORBIDDEN, "you may not watch agent " + wanted.agent());
    }
}
