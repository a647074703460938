package dev.trunkline.simulator.finesse.wire;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML element as read, complete with what is in it. Only elements and text: declarations, comments and instructions are refused. */
public record Element(
        String namespace, String name, Map<String, String> attributes, List<Element> children, String text) {
    private static final int DEEPEST = 32;

    /** Reads a whole document; anything but one well-formed element is refused. */
    public static Element parse(String document) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(document));
        try {
            reader.nextTag();
            Element root = read(reader);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } finally {
            reader.close();
        }
    }

    /** A factory that resolves nothing from outside. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Reads the element on whose start tag the reader stands. */
    public static Element read(XMLStreamReader reader) throws XMLStreamException {
        return read(reader, 0);
    }

    private static Element read(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("Too many elements in each other");
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes(reader);
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(namespace, name, attributes, List.copyOf(children), text.toString());
                }
                default -> throw new XMLStreamException("Neither element nor text", reader.getLocation());
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return Map.copyOf(attributes);
    }

    public boolean is(String expectedNamespace, String expectedName) {
        return namespace.equals(expectedNamespace) && name.equals(expectedName);
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public Optional<Element> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    public List<Element> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The trimmed text of a child; empty if it is absent or blank. */
    public Optional<String> textOf(String childName) {
        return child(childName).map(child -> child.text.strip()).filter(found -> !found.isEmpty());
    }
}
