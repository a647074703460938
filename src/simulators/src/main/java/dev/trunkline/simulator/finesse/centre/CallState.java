package dev.trunkline.simulator.finesse.centre;

/** States of a dialog and of a participant (sheet 6.1); HELD and WRAP_UP are a participant's only. */
public enum CallState {
    INITIATING,
    INITIATED,
    ALERTING,
    ACTIVE,
    /** Of a reservation whose record the agent took. */
    ACCEPTED,
    HELD,
    FAILED,
    WRAP_UP,
    DROPPED
}
