package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * Why a request was not taken, or a command failed: everything that an error event or a problem body says (contract 5.3).
 *
 * @param code contract code
 * @param detail for programs and logs, empty if the code says it all; never a secret, a stack trace or an internal address
 * @param errorType what failed; {@code INVALID_REQUEST} where no verb was understood
 * @param channel canonical channel name; what was sent (at most 32 characters) if it was not understood; {@code ""} if unread
 * @param verb the verb, once it is known
 * @param requestId the client's own key, once it is known
 * @param retryAfterMs when to come back, in milliseconds
 * @param platform what the platform said: {@code httpStatus}, {@code code}, {@code message}
 */
public record Refusal(
        Code code,
        String detail,
        String errorType,
        String channel,
        Optional<Verb> verb,
        Optional<String> requestId,
        Optional<Long> retryAfterMs,
        Map<String, Object> platform) {
    /** {@code errorType} where no verb was understood. */
    private static final String NOT_SAID = "INVALID_REQUEST";

    public Refusal {
        requireNonNull(code, "code");
        detail = detail == null ? "" : detail;
        errorType = errorType == null ? NOT_SAID : errorType;
        channel = channel == null ? "" : channel;
        platform = platform == null ? Map.of() : Map.copyOf(platform);
    }

    /** A refusal before anything of the message was understood. */
    public static Refusal of(Code code, String detail) {
        return new Refusal(code, detail, NOT_SAID, "", Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** {@code errorMessage}: the code, then the detail if there is one. */
    public String message() {
        return detail.isEmpty() ? code.name() : code.name() + ": " + detail;
    }

    public Refusal on(String channelName) {
        return new Refusal(code, detail, errorType, channelName, verb, requestId, retryAfterMs, platform);
    }

    public Refusal of(Verb failed) {
        String type = errorType.equals(NOT_SAID) ? failed.errorType() : errorType;
        return new Refusal(code, detail, type, channel, Optional.of(failed), requestId, retryAfterMs, platform);
    }

    /** The same where the contract has a word of its own for what failed. */
    public Refusal as(String word) {
        return new Refusal(code, detail, word, channel, verb, requestId, retryAfterMs, platform);
    }

    public Refusal answering(Optional<String> request) {
        return new Refusal(code, detail, errorType, channel, verb, request, retryAfterMs, platform);
    }

    public Refusal retryAfter(long milliseconds) {
        return new Refusal(code, detail, errorType, channel, verb, requestId, Optional.of(milliseconds), platform);
    }

    public Refusal saidBy(Map<String, Object> platformWords) {
        return new Refusal(code, detail, errorType, channel, verb, requestId, retryAfterMs, platformWords);
    }
}
