package dev.trunkline.simulator.finesse.xmpp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who asked for which node explicitly. What is left behind stays for ever, as in Openfire (sheet 5.1). Safe for threads. */
final class Subscriptions {
    private final Map<String, Set<String>> jidsByNode = new LinkedHashMap<>();

    synchronized void add(String node, String jid) {
        jidsByNode.computeIfAbsent(node, any -> new LinkedHashSet<>()).add(jid);
    }

    synchronized boolean remove(String node, String jid) {
        return jidsByNode.getOrDefault(node, Set.of()).contains(jid)
                && jidsByNode.get(node).remove(jid);
    }

    synchronized List<String> of(String node) {
        return List.copyOf(jidsByNode.getOrDefault(node, Set.of()));
    }

    /** Node and address of each subscription of one agent. */
    synchronized List<Map.Entry<String, String>> by(String bareJid) {
        List<Map.Entry<String, String>> found = new ArrayList<>();
        jidsByNode.forEach((node, jids) -> jids.stream()
                .filter(jid -> jid.equals(bareJid) || jid.startsWith(bareJid + "/"))
                .forEach(jid -> found.add(Map.entry(node, jid))));
        return found;
    }
}
