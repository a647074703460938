package dev.trunkline.simulator.genesys.centre;

/** How a queue asks for a wrap-up. */
public enum WrapupPrompt {
    OPTIONAL("optional"),
    MANDATORY("mandatory"),
    TIMEOUT("timeout"),
    FORCED_TIMEOUT("forcedTimeout"),
    AGENT_REQUESTED("agentRequested");

    private final String word;

    WrapupPrompt(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean timed() {
        return this == TIMEOUT || this == FORCED_TIMEOUT;
    }
}
