package dev.trunkline.simulator.genesys.centre;

/** What routing sees of a user. */
public enum RoutingStatus {
    OFF_QUEUE,
    IDLE,
    INTERACTING,
    NOT_RESPONDING,
    COMMUNICATING
}
