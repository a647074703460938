package dev.trunkline.api;

import dev.trunkline.command.Accepted;
import dev.trunkline.event.Json;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** The acknowledgement (contract 5.2): taken, not done. */
@JsonbPropertyOrder({"channel", "topic", "subtopic", "message"})
public record Ack(String channel, String topic, String subtopic, Body message) {
    /** {@code callRef} and {@code callId} are always there, {@code requestId} only if it was sent. */
    @JsonbPropertyOrder({"status", "commandId", "requestId", "callRef", "callId", "warnings"})
    public record Body(
            String status,
            String commandId,
            String requestId,
            @JsonbNillable String callRef,
            @JsonbNillable String callId,
            List<String> warnings) {}

    /** As JSON text. */
    public static String of(Accepted accepted) {
        return Json.text(new Ack(
                accepted.channel(),
                "Ack",
                accepted.verb().word(),
                new Body(
                        accepted.replayed() ? "replayed" : "accepted",
                        accepted.commandId(),
                        accepted.requestId().orElse(null),
                        accepted.callRef().orElse(null),
                        accepted.callId().orElse(null),
                        accepted.warnings())));
    }
}
