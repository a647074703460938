package dev.trunkline.port;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Credential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an {@link EventStream} tells, and the one thing it asks. Every call comes on the lane of that connection. */
public interface PlatformEvents {
    /** The connection went from one state to another; {@code why} on {@code WAITING} and {@code REFUSED}. */
    void link(StreamState now, Optional<VendorException> why);

    /** Everything the platform has of this agent now, read after a (re)connect or on demand. */
    void current(AgentSnapshot agent, List<CallSnapshot> calls);

    /** One call changed, or was told once more. */
    void call(CallSnapshot call);

    /** The agent changed, or was told once more. */
    void agent(AgentSnapshot agent);

    /** The platform could not do what it had accepted. {@code causedBy} is our command id, or {@code ""} if it named none. */
    void failed(String causedBy, VendorException failure);

    /**
     * The platform took the agent's credential and gave another in its place (a refresh token that rotates): only that one is good from now
     * on, also after a restart.
     */
    default void renewed(Credential credential) {}

    /** Ids of the calls that we hold open: one that the platform's list leaves out is asked for by itself before it counts as gone. */
    Set<String> openCalls();

    /** The same with the last text of each ({@link CallSnapshot#raw}): what a connection after a restart may know of them. */
    default Map<String, String> openTexts() {
        return Map.of();
    }
}
