package dev.trunkline.api;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.event.Json;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Locale;

/** A command as it is read (contract 13.3); {@code problem} exactly when it failed. */
@JsonbPropertyOrder({"commandId", "verb", "channel", "status", "callRef", "callId", "requestId", "createdAt", "problem"
})
public record CommandView(
        String commandId,
        String verb,
        String channel,
        String status,
        @JsonbNillable String callRef,
        @JsonbNillable String callId,
        @JsonbNillable String requestId,
        String createdAt,
        Problem problem) {
    /** @param instance the path of the command in full */
    static CommandView of(CommandRecord command, String instance) {
        return new CommandView(
                command.id(),
                command.verb().word(),
                command.channel(),
                command.status().name().toLowerCase(Locale.ROOT),
                command.callRef().orElse(null),
                command.callId().orElse(null),
                command.requestId().orElse(null),
                Json.time(command.createdAt()),
                command.problem()
                        .map(why -> Problem.ofCommand(why, instance, command.id()))
                        .orElse(null));
    }
}
