package dev.trunkline.port;

import dev.trunkline.model.AgentSession;

/**
 * The life of one agent's connection to a platform: connect, subscribe, heartbeat, reconnect, read the state again. What it
 * hears goes to {@link PlatformEvents}, always on the lane it was given, in the order in which the platform sent it. On every
 * (re)connect it reads the agent and the current calls <em>before</em> it trusts events.
 */
public interface EventStream extends AutoCloseable {
    /** Begins to connect and returns at once; how it goes is told by {@link PlatformEvents#link}. */
    void open();

    StreamState state();

    /** Reads agent and calls from the platform now; the answer comes as {@link PlatformEvents#current}. Returns at once. */
    void reread();

    /** The same agent and phone with another credential: whatever is asked from now on is asked with it. */
    void renew(AgentSession agent);

    /** Ends it for good; the agent stays signed in on the platform. Nothing is told afterwards. */
    @Override
    void close();
}
