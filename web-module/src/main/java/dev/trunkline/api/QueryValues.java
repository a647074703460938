package dev.trunkline.api;

import dev.trunkline.event.Profile;
import dev.trunkline.message.ChannelNames;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The values of a query, read as text and checked: a bad one is INVALID_REQUEST, not the 404 that JAX-RS would make of it. */
public final class QueryValues {
    static final int DEFAULT_LIMIT = 100;
    static final int HIGHEST_LIMIT = 500;
    private static final int LONGEST_NAME = 128;
    private static final String NUMBER = "[0-9]{1,18}";

    private final Map<String, List<String>> values;

    public QueryValues(Map<String, List<String>> values) {
        this.values = values;
    }

    public static QueryValues of(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new HashMap<>();
        parameters.forEach((name, given) -> values.put(name, Arrays.asList(given)));
        return new QueryValues(values);
    }

    /** A value that may be there once. */
    public Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw bad(name, "is there " + given.size() + " times");
        }
        return given.stream().findFirst();
    }

    public OptionalLong after() {
        return number("after", text("after"));
    }

    /** @param name for the refusal */
    public static OptionalLong number(String name, Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(text.filter(digits -> digits.matches(NUMBER))
                .map(Long::valueOf)
                .orElseThrow(() -> bad(name, "must be a number from 0 on")));
    }

    int limit() {
        long limit = number("limit", text("limit")).orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw bad("limit", "must be from 1 to " + HIGHEST_LIMIT);
        }
        return (int) limit;
    }

    boolean flag(String name) {
        return text(name)
                .map(word -> switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw bad(name, "must be true or false");
                })
                .orElse(false);
    }

    public Optional<Profile> profile() {
        return text("profile")
                .map(word -> Profile.of(word).orElseThrow(() -> bad("profile", "must be exact or extended")));
    }

    /** The canonical name of the channel. */
    public Optional<String> channel(ChannelNames names) {
        return text("channel")
                .map(word -> names.canonical(word).orElseThrow(() -> bad("channel", "must be one of " + names)));
    }

    public Optional<String> agent() {
        Optional<String> agent = text("agent");
        if (agent.filter(name -> name.isBlank() || name.length() > LONGEST_NAME).isPresent()) {
            throw bad("agent", "must be the name of an agent");
        }
        return agent;
    }

    private static RefusedException bad(String name, String rule) {
        return new RefusedException(Code.INVALID_REQUEST, "query value " + name + " " + rule);
    }
}
