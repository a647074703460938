package dev.trunkline.event;

import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** The error event of contract 5.3, the same on every channel. */
@JsonbPropertyOrder({"channel", "topic", "subtopic", "data"})
public record ApiError(String channel, String topic, String subtopic, Data data) {
    /** What went wrong: for programs, for logs, for people. */
    @JsonbPropertyOrder({"errorType", "errorMessage", "msg"})
    public record Data(String errorType, String errorMessage, String msg) {}

    /** The message in profile exact, as JSON text. */
    public static String text(String channel, Refusal why) {
        Data data = new Data(why.errorType(), why.message(), why.code().sentence());
        return Json.text(new ApiError(channel, "Error", "ApiError", data));
    }

    /** Our block for it, without a number. */
    public static Gateway.Builder gateway(String agentId, Refusal why) {
        return Gateway.of(agentId)
                .origin(Origin.GATEWAY)
                .command(
                        null,
                        why.requestId().orElse(null),
                        why.verb().map(Verb::word).orElse(null))
                .failure(why.code().name(), why.retryAfterMs().orElse(null), why.platform());
    }
}
