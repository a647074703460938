package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.SessionEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All bound resources, in the order they came. Safe for threads. */
final class Sessions {
    private final Map<String, List<XmppSession>> byAgent = new HashMap<>();

    /** The same resource twice: the newer stays, the older hears of the conflict (sheet 2.3). */
    synchronized void add(XmppSession session) {
        List<XmppSession> mine = byAgent.computeIfAbsent(session.agent(), any -> new ArrayList<>());
        mine.stream()
                .filter(other -> other.resource().equals(session.resource()))
                .forEach(other -> other.connection().endWithError("conflict"));
        mine.removeIf(other -> other.resource().equals(session.resource()));
        mine.add(session);
    }

    synchronized void remove(XmppSession session) {
        List<XmppSession> mine = byAgent.getOrDefault(session.agent(), new ArrayList<>());
        mine.remove(session);
        if (mine.isEmpty()) {
            byAgent.remove(session.agent());
        }
    }

    synchronized boolean anyAvailable(String agent) {
        return byAgent.getOrDefault(agent, List.of()).stream().anyMatch(XmppSession::available);
    }

    /** Of two resources the higher priority hears, at equal priority the one that came last (sheet 5.5). */
    synchronized Optional<XmppSession> listener(String agent) {
        List<XmppSession> mine = new ArrayList<>(byAgent.getOrDefault(agent, List.of()));
        Collections.reverse(mine);
        return mine.stream().filter(XmppSession::hears).min(Comparator.comparingInt(one -> -one.priority()));
    }

    synchronized Optional<XmppSession> find(String fullJid) {
        return all(session -> true).stream()
                .filter(session -> session.fullJid().equals(fullJid))
                .findFirst();
    }

    synchronized List<XmppSession> all(Predicate<String> agents) {
        return byAgent.entrySet().stream()
                .filter(entry -> agents.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    List<SessionEntry> entries() {
        return all(agent -> true).stream()
                .map(session ->
                        new SessionEntry(session.agent(), session.resource(), session.domain(), session.connectedAt()))
                .toList();
    }
}
