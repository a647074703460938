package dev.trunkline.model;

/** Where a call stands, in words that are the same for all platforms (contract 3.4). */
public enum LifeCycle {
    PREVIEW,
    INITIATED,
    DIALING,
    RINGING,
    CONNECTED,
    HELD,
    CONSULTING,
    CONFERENCED,
    WRAP_UP,
    ENDED,
    FAILED;

    /** True while the agent and somebody else are on the call. */
    public boolean talking() {
        return this == CONNECTED || this == HELD || this == CONSULTING || this == CONFERENCED;
    }

    /** True while the call is alive: neither in wrap-up nor over. */
    public boolean live() {
        return this != WRAP_UP && this != ENDED && this != FAILED;
    }
}
