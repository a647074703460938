package dev.trunkline.simulator.finesse.centre;

/** Why a participant FAILED (sheet 5.3). */
public enum Cause {
    BUSY,
    BAD_DESTINATION,
    DEVICE_RESOURCE_NOT_AVAILABLE,
    OTHER
}
