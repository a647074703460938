package dev.trunkline.command;

import dev.trunkline.model.Verb;
import java.util.List;
import java.util.Optional;

/**
 * A command that was taken: checked and stored, not done (contract 5.1, 5.2).
 *
 * @param replayed the key was used before for the same request; nothing is done again
 * @param callRef our id of the call, if the command has one
 * @param callId the platform's id, if it is known
 */
public record Accepted(
        String channel,
        Verb verb,
        boolean replayed,
        String commandId,
        Optional<String> requestId,
        Optional<String> callRef,
        Optional<String> callId,
        List<String> warnings) {}
