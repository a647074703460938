package dev.trunkline.message;

import dev.trunkline.model.SecretNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Call variables (contract 1.5, last rule): few, short, texts only, and no secrets among them. */
final class Variables {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_VALUE = 1_024;

    static Map<String, String> read(String member, Json sent) {
        if (!(sent instanceof Json.Members given) || given.all().size() > MOST) {
            throw Values.refused(member, "must be an object of at most " + MOST + " members");
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (Json.Member variable : given.all()) {
            String name = name("a name in " + member, Words.trim(variable.name()));
            if (variables.put(name, value("a value in " + member, variable.value())) != null) {
                throw Values.refused(member, "has a name twice");
            }
        }
        return Collections.unmodifiableMap(variables);
    }

    static String name(String member, String name) {
        if (name.isEmpty() || Words.length(name) > LONGEST_NAME) {
            throw Values.refused(member, "must have 1 to " + LONGEST_NAME + " characters");
        }
        if (SecretNames.contain(name)) {
            throw Values.refused(member, "is the name of a secret");
        }
        return name;
    }

    static String value(String member, Json sent) {
        String value = Words.trim(text(member, sent));
        if (Words.length(value) > LONGEST_VALUE) {
            throw Values.refused(member, "must have at most " + LONGEST_VALUE + " characters");
        }
        return value;
    }

    private static String text(String member, Json sent) {
        if (sent instanceof Json.Text text) {
            return text.value();
        }
        if (sent instanceof Json.Number number) {
            return number.written();
        }
        if (sent instanceof Json.Truth truth) {
            return Boolean.toString(truth.value());
        }
        throw Values.refused(member, "must be a text, a number, true or false");
    }

    private Variables() {}
}
