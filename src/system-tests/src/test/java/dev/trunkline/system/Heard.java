package dev.trunkline.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One element of an XMPP stream as it came; text is left out. */
record Heard(String name, Map<String, String> attributes, List<Heard> children) {
    /** That no more comes. */
    static final Heard CLOSED = new Heard("closed", Map.of(), List.of());

    static Heard next(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        while (event == XMLStreamConstants.CHARACTERS) {
            event = reader.next();
        }
        return event == XMLStreamConstants.START_ELEMENT ? read(reader) : CLOSED;
    }

    private static Heard read(XMLStreamReader reader) throws XMLStreamException {
        String prefix = reader.getPrefix() == null || reader.getPrefix().isEmpty() ? "" : reader.getPrefix() + ":";
        String name = prefix + reader.getLocalName();
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<Heard> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(read(reader));
            }
        }
        return new Heard(name, attributes, children);
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean has(String child) {
        return children.stream().anyMatch(one -> one.name.equals(child));
    }

    /** What matters of it, in one line: who, what kind, and the condition of an error; not what a server may say or leave. */
    String gist() {
        return switch (name) {
            case "stream:error", "failure" -> name + " " + conditions();
            case "iq", "message", "presence" -> stanza();
            default -> name;
        };
    }

    private String stanza() {
        StringBuilder gist = new StringBuilder(name);
        for (String attribute : List.of("type", "id", "from")) {
            if (attributes.containsKey(attribute)) {
                gist.append(' ').append(attribute).append('=').append(attribute(attribute));
            }
        }
        children.stream().filter(child -> child.name.equals("error")).forEach(error -> gist.append(' ')
                .append(error.attribute("type"))
                .append(' ')
                .append(error.conditions()));
        return gist.toString();
    }

    private String conditions() {
        return children.stream()
                .map(Heard::name)
                .filter(condition -> !condition.equals("text"))
                .collect(Collectors.joining(" "));
    }
}
