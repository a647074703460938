package dev.trunkline.message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What one member of {@code data} must be; turns what was sent into what {@link dev.trunkline.model.Message} promises. */
@FunctionalInterface
interface ValueRule {
    int LONGEST_CALL_ID = 128;
    int LONGEST_ADDRESS = 256;

    /** @return empty if it counts as left out */
    Optional<Object> take(Given given);

    /** One member as it was sent, and what is needed to read it. */
    record Given(String name, Json sent, MessageSettings settings, Set<Warning> warnings) {
        String trimmed() {
            return Words.trim(Values.text(name, sent, warnings));
        }
    }

    ValueRule TEXT = given -> Optional.of(given.trimmed());

    ValueRule WORD = text(word -> !word.isEmpty(), "must not be empty");

    ValueRule CALL_ID = text(
            word -> !word.isEmpty()
                    && Words.length(word) <= LONGEST_CALL_ID
                    && word.chars().noneMatch(Words::blank),
            "must be a word of at most " + LONGEST_CALL_ID + " characters");

    /** An empty one says nothing: forms are often sent with their blank fields. */
    ValueRule ADDRESS = given -> text(
                    address -> Words.length(address) <= LONGEST_ADDRESS,
                    "must have at most " + LONGEST_ADDRESS + " characters")
            .take(given)
            .filter(address -> !address.equals(""));

    /** A blank at the end may belong to it. */
    ValueRule PASSWORD = given -> {
        String password = Values.text(given.name(), given.sent(), given.warnings());
        if (password.isEmpty()) {
            throw Values.refused(given.name(), "must not be empty");
        }
        return Optional.of(password);
    };

    ValueRule DIAL_NUMBER = given -> {
        Object written = WORD.take(given).orElseThrow();
        return Optional.of(
                DialNumber.of(given.name(), written.toString(), given.settings().allowUri()));
    };

    ValueRule TRUTH = given -> Optional.of(Values.truth(given.name(), given.sent()));

    ValueRule INTEGER = between(0, Long.MAX_VALUE);

    ValueRule VARIABLES = given -> Optional.of(Variables.read(given.name(), given.sent()));

    ValueRule VARIABLE_NAME = given -> Optional.of(Variables.name(given.name(), given.trimmed()));

    ValueRule VARIABLE_VALUE = given -> Optional.of(Variables.value(given.name(), given.sent()));

    static ValueRule text(Predicate<String> usable, String otherwise) {
        return given -> {
            String text = given.trimmed();
            if (!usable.test(text)) {
                throw Values.refused(given.name(), otherwise);
            }
            return Optional.of(text);
        };
    }

    static ValueRule like(String form) {
        Pattern pattern = Pattern.compile(form);
        return text(word -> pattern.matcher(word).matches(), "must look like " + form);
    }

    static ValueRule oneOf(String... words) {
        List<String> offered = Arrays.asList(words);
        return text(offered::contains, "must be one of " + String.join(", ", offered));
    }

    static ValueRule between(long least, long most) {
        return given -> {
            long value = Values.integer(given.name(), given.sent());
            if (value < least || value > most) {
                throw Values.refused(given.name(), "must be between " + least + " and " + most);
            }
            return Optional.of(value);
        };
    }
}
