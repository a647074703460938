package dev.trunkline.port.stream;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import java.util.Optional;
import java.util.logging.Logger;

/** The state of one stream: changed on the lane, but for the end, which comes on any thread and is the last. */
public final class StreamLink {
    private static final Logger LOG = Logger.getLogger(StreamLink.class.getName());

    private final String name;
    private final PlatformEvents events;
    private StreamState state = StreamState.NEW;

    public StreamLink(AgentSession agent, PlatformEvents events) {
        this.name = agent.vendor() + " " + agent.key();
        this.events = events;
    }

    public synchronized StreamState state() {
        return state;
    }

    public boolean is(StreamState asked) {
        return state() == asked;
    }

    /** Told outside the monitor: whoever hears it may ask back. */
    public void become(StreamState next, Optional<VendorException> why) {
        if (changed(next)) {
            LOG.fine(() ->
                    name + ": " + next + why.map(e -> ", " + e.getMessage()).orElse(""));
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
    public synchronized boolean close() {
        boolean open = state != StreamState.CLOSED;
        state = StreamState.CLOSED;
        return open;
    }
}
