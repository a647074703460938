package dev.trunkline.vendor.five9;

import dev.trunkline.model.Reason;
import dev.trunkline.vendor.five9.wire.DialFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why nobody answered, by the words that the platform commonly has for it (sheet 6.3). Pure. */
final class Five9Outcome {
    private static final Map<Pattern, Reason> WORDS = words();

    private static Map<Pattern, Reason> words() {
        Map<Pattern, Reason> words = new LinkedHashMap<>();
        words.put(word("DNC|DO.?NOT.?CALL"), Reason.DNC_BLOCKED);
        words.put(word("NO.?ANSWER"), Reason.NO_ANSWER);
        words.put(word("REJECT|DECLIN"), Reason.REJECTED);
        words.put(word("BUSY"), Reason.BUSY);
        words.put(word("INVALID|DIAL.?ERROR|OPERATOR.?INTERCEPT|DISCONNECTED.?NUMBER"), Reason.INVALID_NUMBER);
        words.put(word("RESOURCE"), Reason.NO_LINES);
        words.put(word("STATION"), Reason.DEVICE_UNAVAILABLE);
        words.put(word("SYSTEM|HARDWARE"), Reason.PLATFORM_ERROR);
        return words;
    }

    private static Pattern word(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    static Optional<Reason> of(DialFailure failure) {
        return WORDS.entrySet().stream()
                .filter(word -> word.getKey().matcher(failure.cause()).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Five9Outcome() {}
}
