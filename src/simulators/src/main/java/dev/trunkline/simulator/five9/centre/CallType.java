package dev.trunkline.simulator.five9.centre;

/** How a call came about (sheet 5.5). */
enum CallType {
    MANUAL,
    OUTBOUND,
    PREVIEW,
    INBOUND,
    QUEUE_CALLBACK,
    AGENT;

    /** Whether it has to be disposed; a call between colleagues has not. */
    boolean business() {
        return this != AGENT;
    }
}
