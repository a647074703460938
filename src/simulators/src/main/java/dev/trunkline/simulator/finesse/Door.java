package dev.trunkline.simulator.finesse;

/** Where agents come in to one node, by REST or XMPP: nobody is to be at both nodes at once (sheet 2.5). */
public interface Door {
    /** Whether the agent may come in, given where he is now. */
    boolean admits(String agent);

    /** The agent is in: what that means to where he was. */
    void cameIn(String agent);
}
