package dev.trunkline.message;

import dev.trunkline.model.Verb;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Step 8 of contract 1.3: takes from {@code data} what the verb wants, and nothing else. */
record DataReader(MessageSettings settings, Set<Warning> warnings) {

    Map<String, Object> read(Verb verb, Data data) {
        DataShape shape = DataShapes.of(verb);
        Map<String, Object> taken = new HashMap<>();
        data.members().forEach((name, sent) -> {
            if (shape.has(name)) {
                take(shape, name, sent).ifPresent(value -> taken.put(name, value));
            } else if (!data.used(name)) {
                warnings.add(Warning.UNKNOWN_MEMBER);
            }
        });
        for (String name : shape.required()) {
            if (!taken.containsKey(name)) {
                throw Values.refused(name, "is missing");
            }
        }
        shape.check().on(taken, settings, warnings);
        return inOrderOf(shape, taken);
    }

    private Optional<Object> take(DataShape shape, String name, Json sent) {
        return shape.rules().get(name).take(new ValueRule.Given(name, sent, settings, warnings));
    }

    /** The same data always looks the same, however it was sent: fingerprints are made of it (contract 1.7). */
    private static Map<String, Object> inOrderOf(DataShape shape, Map<String, Object> taken) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        shape.rules().keySet().stream().filter(taken::containsKey).forEach(name -> ordered.put(name, taken.get(name)));
        return ordered;
    }
}
