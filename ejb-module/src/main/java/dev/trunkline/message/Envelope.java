package dev.trunkline.message;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The top-level members of a request under their plain names (contract 1.2, 1.3 steps 3 and 4). */
final class Envelope {
    private static final Set<String> KNOWN =
            Set.of("channel", "topic", "subtopic", "data", "source", "subject", "requestid", "idempotencykey", "agent");

    private final Map<String, Json> members = new HashMap<>();
    private final Set<String> doubled = new HashSet<>();

    private Envelope() {}

    static Envelope of(Json message) {
        if (!(message instanceof Json.Members sent)) {
            throw new RefusedException(Code.INVALID_REQUEST, "the message must be one object");
        }
        Envelope envelope = new Envelope();
        sent.all().forEach(member -> envelope.add(name(member), member.value()));
        return envelope;
    }

    private static String name(Json.Member member) {
        return Words.trim(member.name()).toLowerCase(Locale.ROOT);
    }

    private void add(String name, Json value) {
        if (members.put(name, value) != null) {
            doubled.add(name);
        }
    }

    void checkNames(Set<Warning> warnings) {
        if (!doubled.isEmpty()) {
            String first = doubled.stream().sorted().findFirst().orElseThrow();
            throw new RefusedException(Code.INVALID_REQUEST, "member '" + Words.cut(first) + "' is there twice");
        }
        if (!KNOWN.containsAll(members.keySet())) {
            warnings.add(Warning.UNKNOWN_MEMBER);
        }
    }

    /** Trimmed; a member without which nothing can be done. */
    String required(String name) {
        return text(name)
                .filter(word -> !word.isEmpty())
                .orElseThrow(
                        () -> new RefusedException(Code.INVALID_REQUEST, name + " must be a text that is not empty"));
    }

    /** Trimmed; empty if it is not there, not a text, or there twice. */
    Optional<String> text(String name) {
        return !doubled.contains(name) && members.get(name) instanceof Json.Text text
                ? Optional.of(Words.trim(text.value()))
                : Optional.empty();
    }

    /** True if something was sent; {@code null} is nothing. */
    boolean has(String name) {
        return members.containsKey(name) && !(members.get(name) instanceof Json.Null);
    }

    Json data() {
        return members.getOrDefault("data", new Json.Null());
    }
}
