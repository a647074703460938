package dev.trunkline.event;

/** Where a message comes from (schema gateway, member origin). */
public enum Origin {
    /** The platform told it. */
    EVENT,
    /** We found it by reading the platform again. */
    RESYNC,
    /** It is our own word. */
    GATEWAY
}
