package dev.trunkline.api;

import dev.trunkline.event.Json;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Map;

/** A problem body (contract 5.3, RFC 9457): why a request was not taken or a command failed. Members without value are left out. */
@JsonbPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "code",
    "errorType",
    "msg",
    "channel",
    "verb",
    "requestId",
    "commandId",
    "retryAfterMs",
    "platform",
    "trace"
})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String errorType,
        String msg,
        String channel,
        String verb,
        String requestId,
        String commandId,
        Long retryAfterMs,
        Map<String, Object> platform,
        String trace) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param instance the path of the request in full */
    public static Problem of(Refusal refusal, String instance) {
        return of(refusal, instance, null, null);
    }

    static Problem ofCommand(Refusal refusal, String instance, String commandId) {
        return of(refusal, instance, commandId, null);
    }

    /** @param trace under which the fault stands in our log */
    static Problem ofFault(Refusal refusal, String instance, String trace) {
        return of(refusal, instance, null, trace);
    }

    private static Problem of(Refusal refusal, String instance, String commandId, String trace) {
        return new Problem(
                "urn:trunkline:problem:" + refusal.code().slug(),
                refusal.code().title(),
                refusal.code().status(),
                empty(refusal.detail()),
                instance,
                refusal.code().name(),
                refusal.errorType(),
                refusal.code().sentence(),
                empty(refusal.channel()),
                refusal.verb().map(Verb::word).orElse(null),
                refusal.requestId().orElse(null),
                commandId,
                refusal.retryAfterMs().orElse(null),
                refusal.platform().isEmpty() ? null : refusal.platform(),
                trace);
    }

    private static String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    public String json() {
        return Json.text(this);
    }
}
