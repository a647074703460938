package dev.trunkline.simulator.finesse.centre;

/** The words of {@code callType} that calls of agents have (sheet 5.3). */
final class CallType {
    static final String OUT = "OUT";
    static final String AGENT_INSIDE = "AGENT_INSIDE";
    static final String CONSULT = "CONSULT";
    static final String TRANSFER = "TRANSFER";
    static final String CONFERENCE = "CONFERENCE";

    private CallType() {}
}
