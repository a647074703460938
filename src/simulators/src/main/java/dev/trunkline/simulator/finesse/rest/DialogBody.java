package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.finesse.centre.ApiErrorException;
import dev.trunkline.simulator.finesse.centre.DialogCommand;
import dev.trunkline.simulator.finesse.wire.Element;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code Dialog} that a client sends, as strictly as sheet 3.2 and 4.1 say. Pure. */
final class DialogBody {
    private static final int PLAIN_BYTES = 40;
    private static final int EXTENDED_BYTES = 2000;
    private static final String PLAIN = "callVariable([1-9]|10)";
    private static final String EXTENDED = "user\\..+";

    private final Element dialog;

    DialogBody(Element dialog) {
        this.dialog = dialog;
    }

    String required(String name) {
        return dialog.textOf(name).orElseThrow(() -> ApiErrorException.missing(name));
    }

    boolean hasMediaProperties() {
        return dialog.child("mediaProperties").isPresent();
    }

    DialogCommand command(String requestId) {
        return new DialogCommand(
                required("requestedAction"),
                dialog.textOf("targetMediaAddress").orElse(""),
                dialog.textOf("toAddress").orElse(""),
                variables(),
                wrapUpReason().orElse(""),
                parameters(),
                requestId);
    }

    Optional<String> wrapUpReason() {
        return dialog.child("mediaProperties").flatMap(properties -> properties.textOf("wrapUpReason"));
    }

    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        int extended = 0;
        for (Element variable : list("mediaProperties", "callvariables", "CallVariable")) {
            String name = variable.textOf("name").orElseThrow(() -> ApiErrorException.missing("name"));
            String value = variable.child("value")
                    .orElseThrow(() -> ApiErrorException.missing("value"))
                    .text();
            checkVariable(name, value);
            if (variables.put(name, value) != null) {
                throw ApiErrorException.invalidInput("The variable is there twice", name);
            }
            extended += name.matches(EXTENDED) ? bytes(name) + bytes(value) : 0;
        }
        if (extended > EXTENDED_BYTES) {
            throw ApiErrorException.invalidInput("Too much in the ECC variables", Integer.toString(extended));
        }
        return variables;
    }

    private static void checkVariable(String name, String value) {
        boolean plain = name.matches(PLAIN);
        if (!plain && !name.matches(EXTENDED)) {
            throw ApiErrorException.invalidInput("Not a variable that can be set", name);
        }
        if (plain && bytes(value) > PLAIN_BYTES) {
            throw ApiErrorException.invalidInput("Longer than 40 bytes", name);
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element parameter :
                dialog.child("actionParams").map(all -> all.all("ActionParam")).orElse(List.of())) {
            parameters.put(
                    parameter.textOf("name").orElseThrow(() -> ApiErrorException.missing("name")),
                    parameter.textOf("value").orElse(""));
        }
        return parameters;
    }

    private List<Element> list(String outer, String inner, String each) {
        return dialog.child(outer)
                .flatMap(element -> element.child(inner))
                .map(element -> element.all(each))
                .orElse(List.of());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
