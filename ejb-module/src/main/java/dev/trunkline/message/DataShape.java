package dev.trunkline.message;

import static dev.trunkline.message.DataChecks.DESTINATION;
import static dev.trunkline.message.ValueRule.ADDRESS;
import static dev.trunkline.message.ValueRule.CALL_ID;
import static dev.trunkline.message.ValueRule.oneOf;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which members the {@code data} of a verb may and must have, and what each must be. */
final class DataShape {
    private final Map<String, ValueRule> rules = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private Optional<String> plain = Optional.empty();
    private DataChecks.Check check = DataChecks.NONE;

    private DataShape() {}

    /** The member that a plain text or number stands for. */
    Optional<String> plain() {
        return plain;
    }

    /** The canonical spelling of a name of this verb. */
    Optional<String> own(String plainName) {
        return Optional.ofNullable(own.get(plainName));
    }

    boolean has(String name) {
        return rules.containsKey(name);
    }

    Map<String, ValueRule> rules() {
        return rules;
    }

    Set<String> required() {
        return required;
    }

    DataChecks.Check check() {
        return check;
    }

    static DataShape nothing() {
        return new DataShape();
    }

    static DataShape plain(String member) {
        DataShape shape = new DataShape();
        shape.plain = Optional.of(member);
        return shape;
    }

    static DataShape onCall() {
        return plain("callId").ofCall();
    }

    static DataShape toSomeone() {
        return plain("toAddress")
                .ofCall()
                .may(oneOf("number", "agent", "queue", "entrypoint"), "destinationType")
                .checked(DESTINATION);
    }

    DataShape ofCall() {
        return may(CALL_ID, "callId").may(ADDRESS, "mediaAddress");
    }

    DataShape must(String name, ValueRule rule) {
        required.add(name);
        return may(rule, name);
    }

    DataShape may(ValueRule rule, String... names) {
        for (String name : names) {
            rules.put(name, rule);
            own.put(DataNames.plain(name), name);
        }
        return this;
    }

    DataShape checked(DataChecks.Check added) {
        check = added;
        return this;
    }
}
