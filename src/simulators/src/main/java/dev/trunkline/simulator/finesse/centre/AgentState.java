package dev.trunkline.simulator.finesse.centre;

import java.util.EnumSet;
import java.util.Set;

/** States of an agent (sheet 2.4). */
public enum AgentState {
    LOGOUT,
    NOT_READY,
    READY,
    RESERVED,
    RESERVED_OUTBOUND_PREVIEW,
    TALKING,
    HOLD,
    WORK,
    WORK_READY;

    private static final Set<AgentState> ON_A_CALL = EnumSet.of(RESERVED, TALKING, HOLD, RESERVED_OUTBOUND_PREVIEW);

    public boolean onACall() {
        return ON_A_CALL.contains(this);
    }

    public boolean wrappingUp() {
        return this == WORK || this == WORK_READY;
    }
}
