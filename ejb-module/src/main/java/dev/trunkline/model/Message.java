package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request in canonical form (contract 1.2): what every other part sees, whatever was sent and over which transport.
 *
 * @param channel canonical channel name, for example {@code Finesse}
 * @param verb the verb; its topic is the message's topic
 * @param data the verb's argument under canonical names (contract 1.5, 2.1): values are {@code String}, {@code Boolean}
 *     (iscustomwrapup, ready, attach), {@code Long} (timeoutSeconds, afterSeq) or {@code Map<String,String>} (variables); a dial
 *     number is already stripped (T14); empty where there was none. String forms stand under their canonical name
 *     ({@code toAddress}, {@code callId} …)
 * @param source name of the calling application
 * @param requestId the client's own key for acknowledgement and error
 * @param idempotencyKey the client's key against doing it twice
 * @param agent whom to act for, if not the caller
 * @param warnings words of contract 1.4, in the order of finding
 */
public record Message(
        String channel,
        Verb verb,
        Map<String, Object> data,
        Optional<String> source,
        Optional<String> requestId,
        Optional<String> idempotencyKey,
        Optional<String> agent,
        Set<String> warnings) {
    /** Members of {@link #data} that never go into a log, a table or a text. */
    private static final List<String> SECRET = List.of("password");

    public Message {
        requireNonNull(channel, "channel");
        requireNonNull(verb, "verb");
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
        warnings = warnings == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(warnings));
    }

    /** A text member of {@link #data}. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(data.get(name)).map(Object::toString);
    }

    /** The same with one more member of {@link #data}. */
    public Message with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(name, value);
        return new Message(channel, verb, more, source, requestId, idempotencyKey, agent, warnings);
    }

    /** A boolean member of {@link #data}. */
    public Optional<Boolean> flag(String name) {
        return data.get(name) instanceof Boolean value ? Optional.of(value) : Optional.empty();
    }

    /** Call variables of {@link #data}, empty if there are none. */
    public Map<String, String> variables() {
        return variables(data);
    }

    /** Call variables among a verb's members, empty if there are none. */
    public static Map<String, String> variables(Map<String, Object> data) {
        if (!(data.get("variables") instanceof Map<?, ?> given)) {
            return Map.of();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        given.forEach((name, value) -> variables.put(name.toString(), value.toString()));
        return variables;
    }

    /** Without secrets and call data: safe in any log line. */
    @Override
    public String toString() {
        return channel + " " + verb.word() + " " + data.keySet();
    }

    /** {@link #data} without its secrets: what may be stored. */
    public Map<String, Object> storable() {
        Map<String, Object> kept = new LinkedHashMap<>(data);
        SECRET.forEach(kept::remove);
        return kept;
    }
}
