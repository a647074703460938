package dev.trunkline.simulator.genesys.stream;

import dev.trunkline.simulator.genesys.login.Token;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A queue of events that one token made; subscriptions belong to it, not to its socket (sheet 5.5). On the lane. */
public final class Channel {
    private final String id;
    private final Token token;
    private final Set<String> topics = new LinkedHashSet<>();
    private Instant expires;
    private long lastUsed;
    private ChannelSocket socket;

    Channel(String id, Token token, Instant expires, long now) {
        this.id = id;
        this.token = token;
        this.expires = expires;
        this.lastUsed = now;
    }

    public String id() {
        return id;
    }

    public Token token() {
        return token;
    }

    String agent() {
        return token.agent();
    }

    public Instant expires() {
        return expires;
    }

    boolean good() {
        return expires.isAfter(Instant.now());
    }

    void renew(Instant until) {
        expires = until;
    }

    public Set<String> topics() {
        return topics;
    }

    void use(long now) {
        lastUsed = now;
    }

    long lastUsed() {
        return lastUsed;
    }

    Optional<ChannelSocket> socket() {
        return Optional.ofNullable(socket);
    }

    void connect(ChannelSocket to) {
        socket = to;
    }

    /** Only if it is this one: another may have come since. */
    void disconnect(ChannelSocket from) {
        if (socket == from) {
            socket = null;
        }
    }
}
