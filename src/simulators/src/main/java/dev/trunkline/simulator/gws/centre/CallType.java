package dev.trunkline.simulator.gws.centre;

/** What kind of call the switch says it is. */
enum CallType {
    INTERNAL("Internal"),
    OUTBOUND("Outbound"),
    INBOUND("Inbound"),
    CONSULT("Consult");

    private final String word;

    CallType(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Whether it is with a customer, so that something may have to be done after it. */
    boolean business() {
        return this == OUTBOUND || this == INBOUND;
    }
}
