package dev.trunkline.vendor.finesse.wire;

import java.util.List;

/** One party of a {@link Dialog}; {@code actions} can be relied on for the agent's own part only (sheet 5.3). */
public record Participant(
        String mediaAddress,
        String mediaAddressType,
        String state,
        String stateCause,
        String startTime,
        String stateChangeTime,
        List<String> actions) {
    public Participant {
        actions = List.copyOf(actions);
    }
}
