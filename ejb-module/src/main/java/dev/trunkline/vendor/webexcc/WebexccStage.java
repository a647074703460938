package dev.trunkline.vendor.webexcc;

/** How far a contact is, from the agent's point of view: it goes on, never back (sheet 5.4). */
enum WebexccStage {
    /** Reserved for him. */
    NEW,
    /** His phone rings, or the customer's does. */
    OFFERED,
    TALK,
    /** The talk, or the try, is over; whether an outcome is due is not known yet. */
    ENDING,
    WRAP_UP,
    OVER;

    boolean before(WebexccStage other) {
        return ordinal() < other.ordinal();
    }
}
