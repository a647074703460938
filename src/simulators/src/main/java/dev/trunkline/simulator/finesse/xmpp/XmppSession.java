package dev.trunkline.simulator.finesse.xmpp;

import java.time.Instant;

/** One bound resource of an agent. */
final class XmppSession {
    private final String agent;
    private final String resource;
    private final String domain;
    private final XmppConnection connection;
    private final Instant connectedAt = Instant.now();
    private volatile boolean available;
    private volatile int priority;

    XmppSession(String agent, String resource, String domain, XmppConnection connection) {
        this.agent = agent;
        this.resource = resource;
        this.domain = domain;
        this.connection = connection;
    }

    String agent() {
        return agent;
    }

    String resource() {
        return resource;
    }

    String domain() {
        return domain;
    }

    String bareJid() {
        return address().bare();
    }

    String fullJid() {
        return address().full();
    }

    Address address() {
        return new Address(agent, domain, resource);
    }

    XmppConnection connection() {
        return connection;
    }

    Instant connectedAt() {
        return connectedAt;
    }

    boolean available() {
        return available;
    }

    int priority() {
        return priority;
    }

    void available(int withPriority) {
        priority = withPriority;
        available = true;
    }

    void unavailable() {
        available = false;
    }

    /** Whether it gets what is sent to the agent's bare address (sheet 5.1). */
    boolean hears() {
        return available && priority >= 0;
    }
}
