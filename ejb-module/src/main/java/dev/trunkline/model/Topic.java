package dev.trunkline.model;

/** The topic of a request (contract 1.2). It never selects anything: each verb has one. */
public enum Topic {
    OUTBOUND_CALL("OutboundCall"),
    AGENT("Agent"),
    APP("App");

    private final String word;

    Topic(String word) {
        this.word = word;
    }

    /** The word on the wire. */
    public String word() {
        return word;
    }
}
