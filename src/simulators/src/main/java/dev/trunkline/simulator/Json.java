package dev.trunkline.simulator;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns records into what any JSON library writes the same way: maps, lists, text, numbers, booleans. */
final class Json {
    private Json() {}

    static Object plain(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Json::plain).toList();
        }
        if (value instanceof Map<?, ?> named) {
            Map<String, Object> plain = new LinkedHashMap<>();
            named.forEach((name, part) -> plain.put(String.valueOf(name), plain(part)));
            return plain;
        }
        if (value instanceof Enum<?> word) {
            return Settings.spelled(word);
        }
        return value instanceof Record composed ? plainRecord(composed) : value.toString();
    }

    private static Map<String, Object> plainRecord(Record composed) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : composed.getClass().getRecordComponents()) {
            try {
                plain.put(component.getName(), plain(component.getAccessor().invoke(composed)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Only public records are written as JSON", e);
            }
        }
        return plain;
    }
}
