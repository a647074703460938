package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.finesse.wire.SystemInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * On which node each agent is, under which id, and that node's cookie for him: one each, never shared (sheet 2.1). And what each node
 * said of itself that matters to requests.
 */
final class FinesseVisits {
    /** A Finesse pair serves 2,000 agents (sheet 5.9); beyond this something does not clean up after itself. */
    private static final int MOST = 20_000;

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Map<URI, SystemInfo> nodes = new ConcurrentHashMap<>();

    /** Where an agent is; the cookie is empty until the node has set one. */
    record Visit(URI node, String loginId, String cookie) {
        @Override
        public String toString() {
            return node.toString();
        }
    }

    Optional<Visit> of(AgentSession agent) {
        return Optional.ofNullable(visits.get(key(agent)));
    }

    void settle(AgentSession agent, URI node) {
        if (visits.size() >= MOST) {
            visits.clear(); // costs one new cookie each, and the configured node until the next connect
        }
        visits.put(key(agent), new Visit(node, agent.username(), ""));
    }

    void keepLoginId(AgentSession agent, String loginId) {
        visits.computeIfPresent(key(agent), (key, visit) -> new Visit(visit.node(), loginId, visit.cookie()));
    }

    void keepCookie(AgentSession agent, URI node, String setCookie) {
        String cookie = setCookie.replaceFirst(";.*$", "");
        if (cookie.startsWith("JSESSIONID=")) {
            visits.computeIfPresent(
                    key(agent),
                    (key, visit) -> visit.node().equals(node) ? new Visit(node, visit.loginId(), cookie) : visit);
        }
    }

    void keepSystemInfo(URI node, SystemInfo info) {
        nodes.put(node, info);
    }

    /** {@code SSO}, {@code NON_SSO} or {@code HYBRID}; empty until that node was asked. */
    String authMode(URI node) {
        return Optional.ofNullable(nodes.get(node))
                .map(SystemInfo::systemAuthMode)
                .orElse("");
    }

    /** The server's minutes from GMT; empty until that node was asked. */
    String timezoneOffset(URI node) {
        return Optional.ofNullable(nodes.get(node))
                .map(SystemInfo::timezoneOffset)
                .orElse("");
    }

    boolean ccx(URI node) {
        return Optional.ofNullable(nodes.get(node))
                .filter(info -> info.deploymentType().equalsIgnoreCase("UCCX"))
                .isPresent();
    }

    void leave(AgentSession agent) {
        visits.remove(key(agent));
    }

    /** With the name: another user of the same agent must not inherit the cookie. */
    private static String key(AgentSession agent) {
        return agent.key() + " " + agent.username();
    }
}
