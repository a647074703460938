package dev.trunkline.api;

import dev.trunkline.call.CallRecord;
import dev.trunkline.event.Json;
import dev.trunkline.model.Action;
import dev.trunkline.model.Verb;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Arrays;
import java.util.List;

/** A call as it is read (contract 13.2). */
@JsonbPropertyOrder({
    "callRef",
    "callId",
    "channel",
    "agent",
    "to",
    "lifeCycle",
    "reason",
    "startedAt",
    "endedAt",
    "allowed"
})
public record CallView(
        String callRef,
        @JsonbNillable String callId,
        String channel,
        String agent,
        String to,
        @JsonbNillable String lifeCycle,
        String reason,
        String startedAt,
        @JsonbNillable String endedAt,
        List<String> allowed) {
    static CallView of(CallRecord call) {
        return new CallView(
                call.callRef(),
                call.callId().orElse(null),
                call.channel(),
                call.key().agent(),
                call.to(),
                call.lifeCycle().map(Enum::name).orElse(null),
                call.reason().name(),
                Json.time(call.startedAt()),
                call.endedAt().map(Json::time).orElse(null),
                allowed(call));
    }

    /** In the order of the contract's table of actions. */
    private static List<String> allowed(CallRecord call) {
        return Arrays.stream(Action.values())
                .map(Action::verb)
                .filter(call.allowed()::contains)
                .map(Verb::word)
                .distinct()
                .toList();
    }
}
