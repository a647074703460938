package dev.trunkline.simulator.five9.centre;

/** What a call is to the agent who has it (sheet 6.1); of the word for a parked one no source tells. */
enum CallState {
    OFFERED,
    RINGING_ON_OTHER_SIDE,
    TALKING,
    ON_HOLD,
    PARKED,
    WRAP_UP,
    FINISHED;

    /** Whether somebody is at the other end, or may come there. */
    boolean live() {
        return this != WRAP_UP && this != FINISHED;
    }

    boolean talks() {
        return this == TALKING || this == ON_HOLD || this == PARKED;
    }
}
