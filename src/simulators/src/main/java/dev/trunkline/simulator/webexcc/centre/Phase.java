package dev.trunkline.simulator.webexcc.centre;

/** Where a task really is, whatever is told of it. */
enum Phase {
    /** A record of a campaign, or a flow: nobody is called. */
    WAITING,
    /** The agent's own telephone rings. */
    AGENT_RINGING,
    /** He has picked up, the customer's telephone rings. */
    DIALING,
    CONNECTED,
    /** The parties talk on where no agent is. */
    TRANSFERRED,
    ENDED;

    boolean live() {
        return this != TRANSFERRED && this != ENDED;
    }
}
