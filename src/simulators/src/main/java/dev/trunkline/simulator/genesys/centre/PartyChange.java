package dev.trunkline.simulator.genesys.centre;

import java.util.Optional;

/** What a PATCH of a participant asks for (sheet 4); what it does not name stays. */
public record PartyChange(
        Optional<String> state,
        Optional<Boolean> held,
        Optional<Boolean> muted,
        Optional<Boolean> confined,
        Optional<Boolean> recording,
        Optional<String> wrapupCode,
        String wrapupNotes,
        boolean wrapupSkipped) {

    boolean empty() {
        return state.isEmpty()
                && held.isEmpty()
                && muted.isEmpty()
                && confined.isEmpty()
                && recording.isEmpty()
                && wrapupCode.isEmpty()
                && !wrapupSkipped;
    }

    boolean toLeg() {
        return held.isPresent() || muted.isPresent() || confined.isPresent() || recording.isPresent();
    }
}
