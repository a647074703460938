package dev.trunkline.command;

import dev.trunkline.model.AgentState;

/** The agent state from which dialling is let through (contract 2.5): {@code trunkline.dial.requireState}. */
enum RequiredState {
    READY("ready"),
    NOT_READY("notReady"),
    ANY("any");

    private final String word;

    RequiredState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean allows(AgentState state) {
        return switch (this) {
            case READY -> state == AgentState.READY;
            case NOT_READY -> state == AgentState.NOT_READY;
            case ANY -> true;
        };
    }

    static RequiredState of(String setting) {
        for (RequiredState state : values()) {
            if (state.word.equals(setting)) {
                return state;
            }
        }
        throw new IllegalArgumentException(
                "trunkline.dial.requireState must be ready, notReady or any, not " + setting);
    }
}
