package dev.trunkline.message;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the optional top-level members must look like (contract 1.2). */
enum EnvelopeRule {
    SOURCE("source", 1, 64, "(?s).*"),
    SUBJECT("subject", 1, 64, "(?s).*"),
    REQUEST_ID("requestId", 1, 64, "[A-Za-z0-9._:-]*"),
    IDEMPOTENCY_KEY("idempotencyKey", 8, 128, "(?s).*"),
    AGENT("agent", 1, 128, "(?s).*");

    private final String member;
    private final String plainName;
    private final int shortest;
    private final int longest;
    private final Pattern form;

    EnvelopeRule(String member, int shortest, int longest, String form) {
        this.member = member;
        this.plainName = member.toLowerCase(Locale.ROOT);
        this.shortest = shortest;
        this.longest = longest;
        this.form = Pattern.compile(form);
    }

    /** @throws RefusedException if it was sent and cannot be used */
    Optional<String> read(Envelope envelope) {
        if (!envelope.has(plainName)) {
            return Optional.empty();
        }
        Optional<String> usable = readable(envelope);
        if (usable.isEmpty()) {
            throw new RefusedException(
                    Code.INVALID_REQUEST,
                    member + " must be a text of " + shortest + " to " + longest
                            + (this == REQUEST_ID ? " of A-Z a-z 0-9 . _ : -" : " characters"));
        }
        return usable;
    }

    /** The same before anything is refused: what can be used, or nothing. */
    Optional<String> readable(Envelope envelope) {
        return envelope.text(plainName).filter(this::fits);
    }

    private boolean fits(String text) {
        int length = Words.length(text);
        return length >= shortest && length <= longest && form.matcher(text).matches();
    }
}
