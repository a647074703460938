package dev.trunkline.simulator.finesse.centre;

/** What became of a record that was offered; for the books only, no word of Finesse. */
enum RecordState {
    /** Also while the customer is called for an agent who sees nothing yet. */
    OFFERED,
    ACCEPTED,
    /** Back in the campaign. */
    REJECTED,
    /** Never to be called again in this campaign. */
    CLOSED,
    TIMED_OUT,
    WITHDRAWN,
    NOT_REACHED,
    /** The customer answered and no agent talked to him. */
    ABANDONED,
    ENDED
}
