package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentKey;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import java.util.Optional;
import java.util.logging.Logger;

/** The state of one stream: changed on the lane, but for the end, which comes on any thread and is the last. */
final class FinesseLink {
    private static final Logger LOG = Logger.getLogger(FinesseLink.class.getName());

    private final AgentKey agent;
    private final PlatformEvents events;
    private StreamState state = StreamState.NEW;

    FinesseLink(AgentKey agent, PlatformEvents events) {
        this.agent = agent;
        this.events = events;
    }

    synchronized StreamState state() {
        return state;
    }

    boolean is(StreamState asked) {
        return state() == asked;
    }

    /** Told outside the monitor: whoever hears it may ask back. */
    void become(StreamState next, Optional<VendorException> why) {
        if (changed(next)) {
            LOG.fine(() -> "finesse " + agent + ": " + next
                    + why.map(e -> ", " + e.getMessage()).orElse(""));
            events.link(next, why);
        }
    }

    private synchronized boolean changed(StreamState next) {
        if (state == StreamState.CLOSED) {
            return false;
        }
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        state = next;
        return true;
    }

    /** Told to nobody. @return false if it was closed already */
    synchronized boolean close() {
        boolean open = state != StreamState.CLOSED;
        state = StreamState.CLOSED;
        return open;
    }
}
