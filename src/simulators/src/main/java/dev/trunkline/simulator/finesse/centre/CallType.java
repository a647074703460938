package dev.trunkline.simulator.finesse.centre;

/** The words of {@code callType} that calls of agents and of campaigns have (sheet 5.3). */
final class CallType {
    static final String OUT = "OUT";
    static final String AGENT_INSIDE = "AGENT_INSIDE";
    static final String CONSULT = "CONSULT";
    static final String TRANSFER = "TRANSFER";
    static final String CONFERENCE = "CONFERENCE";
    static final String OUTBOUND = "OUTBOUND";
    static final String OUTBOUND_PREVIEW = "OUTBOUND_PREVIEW";
    static final String OUTBOUND_DIRECT_PREVIEW = "OUTBOUND_DIRECT_PREVIEW";
    static final String OUTBOUND_CALLBACK = "OUTBOUND_CALLBACK";
    static final String OUTBOUND_CALLBACK_PREVIEW = "OUTBOUND_CALLBACK_PREVIEW";
    static final String OUTBOUND_PERSONAL_CALLBACK = "OUTBOUND_PERSONAL_CALLBACK";
    static final String OUTBOUND_PERSONAL_CALLBACK_PREVIEW = "OUTBOUND_PERSONAL_CALLBACK_PREVIEW";

    private CallType() {}
}
