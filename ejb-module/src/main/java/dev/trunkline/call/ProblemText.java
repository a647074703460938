package dev.trunkline.call;

import dev.trunkline.event.Json;
import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import java.util.Map;
import java.util.Optional;

/** A refusal as it stands in a command's row. Members are public for JSON-B only. */
public record ProblemText(
        String code,
        String detail,
        String errorType,
        String channel,
        String verb,
        String requestId,
        Long retryAfterMs,
        Map<String, Object> platform) {
    static String of(Refusal why) {
        return Json.text(new ProblemText(
                why.code().name(),
                why.detail(),
                why.errorType(),
                why.channel(),
                why.verb().map(Verb::name).orElse(null),
                why.requestId().orElse(null),
                why.retryAfterMs().orElse(null),
                why.platform()));
    }

    static Refusal read(String text) {
        ProblemText stored = Json.read(text, ProblemText.class);
        Refusal why = Refusal.of(Code.valueOf(stored.code), stored.detail)
                .as(stored.errorType)
                .on(stored.channel)
                .answering(Optional.ofNullable(stored.requestId))
                .saidBy(stored.platform);
        why = stored.retryAfterMs == null ? why : why.retryAfter(stored.retryAfterMs);
        return stored.verb == null ? why : why.of(Verb.valueOf(stored.verb));
    }
}
