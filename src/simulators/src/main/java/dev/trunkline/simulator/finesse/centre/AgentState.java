package dev.trunkline.simulator.finesse.centre;

import java.util.EnumSet;
import java.util.Set;

/** States of an agent (sheet 2.4). */
public enum AgentState {
    LOGOUT,
    NOT_READY,
    READY,
    RESERVED,
    /** While the dialer calls a customer for him. */
    RESERVED_OUTBOUND,
    /** While a record is offered to him, and until he talks to the customer. */
    RESERVED_OUTBOUND_PREVIEW,
    TALKING,
    HOLD,
    WORK,
    WORK_READY;

    private static final Set<AgentState> ON_A_CALL =
            EnumSet.of(RESERVED, RESERVED_OUTBOUND, RESERVED_OUTBOUND_PREVIEW, TALKING, HOLD);

    public boolean onACall() {
        return ON_A_CALL.contains(this);
    }

    public boolean wrappingUp() {
        return this == WORK || this == WORK_READY;
    }
}
