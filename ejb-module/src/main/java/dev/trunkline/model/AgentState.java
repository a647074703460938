package dev.trunkline.model;

/** What an agent is doing, in words that are the same for all platforms (contract 6.4). */
public enum AgentState {
    READY("Ready", "routable"),
    NOT_READY("Not_Ready", "not_routable"),
    RESERVED("Reserved", "system"),
    TALKING("Talking", "system"),
    HOLD("Hold", "system"),
    WORK("Work", "system"),
    LOGGED_OUT("Logged_Out", "offline"),
    UNKNOWN("Unknown", "system");

    private final String word;
    private final String type;

    AgentState(String word, String type) {
        this.word = word;
        this.type = type;
    }

    /** {@code data.state} of the contract. */
    public String word() {
        return word;
    }

    /** The word as people write it. */
    public String label() {
        return word.replace('_', ' ');
    }

    /** {@code data.type} of the contract. */
    public String type() {
        return type;
    }
}
