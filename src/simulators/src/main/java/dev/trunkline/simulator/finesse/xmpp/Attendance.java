package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.SessionEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which resources of agents are there, so far as another server has told us. Safe for threads. */
final class Attendance {
    private final Map<Address, Instant> there = new LinkedHashMap<>();

    synchronized void come(Address resource) {
        there.putIfAbsent(resource, Instant.now());
    }

    /** A bare address goes with all its resources. */
    synchronized void gone(Address who) {
        there.keySet()
                .removeIf(one -> one.full().equals(who.full()) || one.bare().equals(who.full()));
    }

    synchronized boolean any(String agent) {
        return agents().contains(agent);
    }

    synchronized boolean has(String fullJid) {
        return there.keySet().stream().anyMatch(one -> one.full().equals(fullJid));
    }

    synchronized Set<String> agents() {
        return there.keySet().stream().map(Address::local).collect(Collectors.toCollection(TreeSet::new));
    }

    synchronized void clear() {
        there.clear();
    }

    synchronized List<SessionEntry> entries() {
        return there.entrySet().stream()
                .map(one -> new SessionEntry(
                        one.getKey().local(),
                        one.getKey().resource(),
                        one.getKey().domain(),
                        one.getValue()))
                .toList();
    }
}
