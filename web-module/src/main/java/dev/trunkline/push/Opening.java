package dev.trunkline.push;

import dev.trunkline.event.LogRange;
import dev.trunkline.event.Profile;
import dev.trunkline.identity.Caller;
import dev.trunkline.model.AgentKey;
import java.security.Principal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a client asked for when it came, checked. It travels through the handshake as the request's principal, the one thing of ours
 * that a WebSocket container hands on.
 *
 * @param key whose stream it is
 * @param profile of the query, which goes over the subprotocol
 * @param after the last number that the client has; without it, it is told what happens from now on
 * @param range the log when the client came: "now"
 */
public record Opening(
        Caller caller,
        AgentKey key,
        Optional<Profile> profile,
        Optional<String> channel,
        OptionalLong after,
        LogRange range)
        implements Principal {
    @Override
    public String getName() {
        return caller.key().agent();
    }

    boolean outsideTheLog() {
        return after.isPresent() && !range.reaches(after.getAsLong());
    }

    /** The number after which this listener is told everything. */
    long position() {
        return outsideTheLog() ? range.last() : after.orElse(range.last());
    }
}
