package dev.trunkline.simulator.finesse.xmpp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings notifications to the resource that hears the agent's bare address and to explicit subscribers; keeps them for an agent who is not
 * there, if the server does that (sheet 5.5). Safe for threads.
 */
final class Mail {
    private static final int MOST_KEPT = 200;

    private final Sessions sessions;
    private final Subscriptions subscriptions;
    private final String domain;
    private final boolean keeps;
    private final Map<String, Deque<Kept>> kept = new HashMap<>();

    private record Kept(String node, String update, Instant at) {}

    Mail(Sessions sessions, Subscriptions subscriptions, String domain, boolean keeps) {
        this.sessions = sessions;
        this.subscriptions = subscriptions;
        this.domain = domain;
        this.keeps = keeps;
    }

    void deliver(String agent, String node, String update) {
        toBareAddress(agent, node, update);
        for (String jid : subscriptions.of(node)) {
            if (jid.equals(bareJid(agent))) {
                toBareAddress(agent, node, update);
            } else {
                sessions.find(jid)
                        .filter(XmppSession::available)
                        .ifPresent(session -> send(session, jid, node, update, ""));
            }
        }
    }

    private synchronized void toBareAddress(String agent, String node, String update) {
        Optional<XmppSession> listener = sessions.listener(agent);
        if (listener.isPresent()) {
            send(listener.get(), bareJid(agent), node, update, "");
        } else if (keeps) {
            keep(agent, new Kept(node, update, Instant.now()));
        }
    }

    private void keep(String agent, Kept message) {
        Deque<Kept> mine = kept.computeIfAbsent(agent, any -> new ArrayDeque<>());
        mine.add(message);
        if (mine.size() > MOST_KEPT) {
            mine.remove();
        }
    }

    /** Somebody hears again: what was kept comes late and says so. */
    synchronized void handOver(XmppSession session) {
        for (Kept message : take(session.agent())) {
            String stamp = message.at.truncatedTo(ChronoUnit.MILLIS).toString();
            send(session, session.bareJid(), message.node, message.update, Words.delay(domain, stamp));
        }
    }

    private Deque<Kept> take(String agent) {
        Deque<Kept> mine = kept.remove(agent);
        return mine == null ? new ArrayDeque<>() : mine;
    }

    synchronized void forgetKept() {
        kept.clear();
    }

    private void send(XmppSession session, String to, String node, String update, String delay) {
        String id = node + "__" + to + "__" + UUID.randomUUID().toString().substring(0, 5);
        session.connection().send(Words.notification("pubsub." + domain, to, id, node, update, delay));
    }

    private String bareJid(String agent) {
        return agent + "@" + domain;
    }
}
