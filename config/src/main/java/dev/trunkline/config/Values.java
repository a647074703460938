package dev.trunkline.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings of one part of the product, read by their last name; a blank one counts as not set. */
public final class Values {
    private final String prefix;
    private final Function<String, Optional<String>> source;

    /** @param prefix of all of them, for example {@code trunkline.finesse.} */
    public Values(String prefix, Function<String, Optional<String>> source) {
        this.prefix = prefix;
        this.source = source;
    }

    public Optional<String> text(String name) {
        return source.apply(prefix + name).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    public int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return text(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** {@code 500ms}, {@code 10s}, {@code 2m}, {@code 12h} or ISO 8601. */
    public Duration duration(String name, String otherwise) {
        String text = text(name, otherwise).toLowerCase(Locale.ROOT);
        if (text.startsWith("p")) {
            return Duration.parse(text);
        }
        if (text.endsWith("ms")) {
            return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
        }
        return Duration.parse("pt" + text);
    }

    /** {@code notReady} is {@code NOT_READY}; a word that is none of them must not pass for the default. */
    public <E extends Enum<E>> E word(String name, E otherwise) {
        Optional<String> given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        return Stream.of(otherwise.getDeclaringClass().getEnumConstants())
                .filter(word -> word.name().replace("_", "").equalsIgnoreCase(given.get()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(prefix + name + ": " + given.get()));
    }
}
