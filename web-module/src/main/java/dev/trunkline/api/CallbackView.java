package dev.trunkline.api;

import dev.trunkline.callback.CallbackRecord;
import dev.trunkline.event.Json;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** A callback as it is read (schema rest-callback). */
@JsonbPropertyOrder({
    "callbackId",
    "status",
    "channel",
    "agent",
    "callRef",
    "callId",
    "to",
    "callbackNumber",
    "callbackTime",
    "callbackEndTime",
    "timeZone",
    "queueId",
    "customerName",
    "comment",
    "commandId",
    "createdAt",
    "changedAt"
})
public record CallbackView(
        String callbackId,
        String status,
        String channel,
        String agent,
        String callRef,
        String callId,
        String to,
        @JsonbNillable String callbackNumber,
        String callbackTime,
        @JsonbNillable String callbackEndTime,
        @JsonbNillable String timeZone,
        @JsonbNillable String queueId,
        @JsonbNillable String customerName,
        @JsonbNillable String comment,
        String commandId,
        String createdAt,
        String changedAt) {
    static CallbackView of(CallbackRecord callback) {
        return new CallbackView(
                callback.id(),
                callback.cancelled() ? "cancelled" : "scheduled",
                callback.channel(),
                callback.key().agent(),
                callback.callRef(),
                callback.callId(),
                callback.to(),
                callback.number().orElse(null),
                Json.time(callback.at()),
                callback.until().map(Json::time).orElse(null),
                callback.timeZone().orElse(null),
                callback.queueId().orElse(null),
                callback.customerName().orElse(null),
                callback.comment().orElse(null),
                callback.commandId(),
                Json.time(callback.createdAt()),
                Json.time(callback.changedAt()));
    }
}
