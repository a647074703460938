package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.finesse.wire.Element;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** One notification, un-escaped and parsed a second time as sheet 5.2 asks. */
record Update(String node, boolean delayed, Element document) {

    static Update of(Element message) {
        Element items = message.child("event").orElseThrow().child("items").orElseThrow();
        String text = items.child("item")
                .orElseThrow()
                .child("notification")
                .orElseThrow()
                .text();
        try {
            String node = items.attribute("node").orElseThrow();
            return new Update(node, message.child("delay").isPresent(), Element.parse(text));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    String event() {
        return document.textOf("event").orElse("");
    }

    String requestId() {
        return document.textOf("requestId").orElse("");
    }

    String source() {
        return document.textOf("source").orElse("");
    }

    private Element data() {
        return document.child("data").orElseThrow().children().get(0);
    }

    boolean isDialog() {
        return dialog().isPresent();
    }

    Optional<Element> dialog() {
        return data().name().equals("dialog") ? Optional.of(data()) : data().child("Dialog");
    }

    String dialogId() {
        return dialog().orElseThrow().textOf("id").orElseThrow();
    }

    /** Of the first participant, who is the caller. */
    List<String> actions() {
        return actions(participants().get(0));
    }

    List<String> actionsOf(String extension) {
        return participants().stream()
                .filter(one -> one.textOf("mediaAddress").orElse("").equals(extension))
                .map(Update::actions)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> actions(Element participant) {
        return participant.child("actions").orElseThrow().all("action").stream()
                .map(Element::text)
                .toList();
    }

    private List<Element> participants() {
        return dialog().orElseThrow().child("participants").orElseThrow().all("Participant");
    }

    List<String> addresses() {
        return participants().stream()
                .map(one -> one.textOf("mediaAddress").orElse(""))
                .toList();
    }

    /** Of the dialog; empty if it has none. */
    String text(String name) {
        return dialog().orElseThrow().textOf(name).orElse("");
    }

    /** Of the dialog's mediaProperties; empty if it has none. */
    String media(String name) {
        return dialog().orElseThrow()
                .child("mediaProperties")
                .flatMap(media -> media.textOf(name))
                .orElse("");
    }

    /** Value of a call variable; empty if it is not there. */
    String variable(String name) {
        return dialog()
                .orElseThrow()
                .child("mediaProperties")
                .flatMap(media -> media.child("callvariables"))
                .orElseThrow()
                .all("CallVariable")
                .stream()
                .filter(variable -> variable.textOf("name").orElse("").equals(name))
                .findFirst()
                .flatMap(variable -> variable.textOf("value"))
                .orElse("");
    }

    /** Of the user. */
    String user(String name) {
        return data().textOf(name).orElse("");
    }

    /** For example {@code PUT ALERTING [INITIATED, ALERTING]}, {@code put READY} or {@code PUT error 22}. */
    String summary() {
        if (data().name().equals("apiErrors")) {
            return event() + " error "
                    + data().child("apiError").orElseThrow().textOf("errorType").orElse("");
        }
        return dialog().map(this::dialogSummary)
                .orElseGet(() -> event() + " "
                        + data().textOf("state")
                                .orElseGet(() -> data().textOf("status").orElse("")));
    }

    private String dialogSummary(Element dialog) {
        String states = dialog.child("participants").orElseThrow().all("Participant").stream()
                .map(one -> one.textOf("state").orElse("")
                        + one.textOf("stateCause").map(cause -> " " + cause).orElse(""))
                .collect(Collectors.joining(", ", "[", "]"));
        return event() + " " + dialog.textOf("state").orElse("") + " " + states;
    }
}
