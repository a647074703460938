package dev.trunkline.vendor.finesse;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.DOMConfiguration;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A small XML document as a tree: no DTD, no external entities, names without regard to case. */
final class XmlTree {
    /** Making one costs more than an event's parsing; one serves one text at a time. */
    private static final Queue<DocumentBuilder> BUILDERS = new ConcurrentLinkedQueue<>();

    /** The root element. */
    static Element parse(String text) {
        DocumentBuilder builder = Optional.ofNullable(BUILDERS.poll()).orElseGet(XmlTree::builder);
        try {
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException("not XML that we can read", e);
        } finally {
            BUILDERS.add(builder);
        }
    }

    private static DocumentBuilder builder() {
        try {
            // The JDK's own: a lookup would depend on the thread's class loader.
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws; the default one prints to the console first
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lost a feature", e);
        }
    }

    static String write(Element element) {
        Document document = element.getOwnerDocument();
        LSSerializer serializer = ((DOMImplementationLS) document.getImplementation()).createLSSerializer();
        DOMConfiguration how = serializer.getDomConfig();
        how.setParameter("xml-declaration", false);
        // What was parsed is well-formed: looking again costs more than the writing.
        how.setParameter("well-formed", false);
        how.setParameter("namespaces", false);
        return serializer.writeToString(element);
    }

    static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(child -> localName(child).equalsIgnoreCase(name));
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    static Element childOrNew(Element parent, String name) {
        return child(parent, name).orElseGet(() ->
                (Element) parent.appendChild(parent.getOwnerDocument().createElement(name)));
    }

    /** Text of that child, stripped; empty if there is none. */
    static String text(Element parent, String name) {
        return child(parent, name)
                .map(Element::getTextContent)
                .map(String::strip)
                .orElse("");
    }

    private static String localName(Node node) {
        String name = node.getNodeName();
        return name.substring(name.indexOf(':') + 1);
    }

    private XmlTree() {}
}
