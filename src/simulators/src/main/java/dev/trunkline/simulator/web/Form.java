package dev.trunkline.simulator.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values as a query or a form has them, in any order, some more than once. */
public record Form(Map<String, List<String>> fields) {

    public static Form of(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field : text.split("&")) {
            String[] pair = field.split("=", 2);
            if (!pair[0].isEmpty()) {
                fields.computeIfAbsent(decode(pair[0]), name -> new ArrayList<>())
                        .add(pair.length == 2 ? decode(pair[1]) : "");
            }
        }
        return new Form(fields);
    }

    /** What cannot be decoded stays as it came. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The first value; empty if there is none. */
    public String get(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
