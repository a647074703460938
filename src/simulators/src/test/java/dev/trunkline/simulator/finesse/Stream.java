package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.finesse.wire.Element;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A raw XMPP client: says what a test wants said, well formed or not, and keeps what comes. */
final class Stream implements AutoCloseable {
    private static final Element CLOSED = new Element("", "closed", Map.of(), List.of(), "");
    private static final int PATIENCE_SECONDS = 10;

    private final Simulators simulators;
    private final FinesseNode node;
    private final BlockingQueue<Element> inbox = new LinkedBlockingQueue<>();
    private Socket socket;
    private OutputStream out;
    private XMLStreamReader reader;

    private Stream(Simulators simulators, FinesseNode node, Socket socket) throws IOException {
        this.simulators = simulators;
        this.node = node;
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_SECONDS * 1000);
        out = socket.getOutputStream();
    }

    static Stream plain(Simulators simulators) throws IOException {
        FinesseNode node = simulators.finesse().first();
        return new Stream(simulators, node, new Socket("localhost", node.xmppPort()));
    }

    static Stream secure(Simulators simulators) throws IOException {
        return secure(simulators, simulators.finesse().first());
    }

    static Stream secure(Simulators simulators, FinesseNode node) throws IOException {
        return new Stream(
                simulators,
                node,
                simulators
                        .identity()
                        .clientContext()
                        .getSocketFactory()
                        .createSocket("localhost", node.xmppSecurePort()));
    }

    /** Opens a stream and returns its features, or the stream error. */
    Element open(String domain) throws IOException, XMLStreamException {
        return begin(
                "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='"
                        + domain + "' version='1.0'>");
    }

    /** Opens a stream in any words. */
    Element begin(String header) throws IOException, XMLStreamException {
        send(header);
        reader = Element.factory().createXMLStreamReader(socket.getInputStream(), "UTF-8");
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
        return read();
    }

    Element read() throws XMLStreamException {
        int event = reader.next();
        while (event == XMLStreamConstants.CHARACTERS) {
            event = reader.next();
        }
        return event == XMLStreamConstants.START_ELEMENT ? Element.read(reader) : CLOSED;
    }

    Element ask(String xml) throws IOException, XMLStreamException {
        send(xml);
        return read();
    }

    void startTls() throws IOException, XMLStreamException {
        Element proceed = ask("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        if (!proceed.name().equals("proceed")) {
            throw new IOException("No TLS: " + proceed);
        }
        SSLSocket layer = (SSLSocket) simulators
                .identity()
                .clientContext()
                .getSocketFactory()
                .createSocket(socket, "localhost", socket.getPort(), true);
        layer.startHandshake();
        socket = layer;
        out = layer.getOutputStream();
    }

    Element authenticate(String user, String password) throws IOException, XMLStreamException {
        String plain =
                Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8));
        return ask("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + plain + "</auth>");
    }

    Element bind(String resource) throws IOException, XMLStreamException {
        return ask("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>" + resource
                + "</resource></bind></iq>");
    }

    /** All the way to a bound resource; from then on what comes waits in {@link #next()}. */
    Stream signIn(String agent, String resource) throws IOException, XMLStreamException {
        return signIn(agent, "secret", resource);
    }

    Stream signIn(String agent, String secret, String resource) throws IOException, XMLStreamException {
        String domain = node.xmppDomain();
        open(domain);
        Element answer = authenticate(agent, secret);
        if (!answer.name().equals("success")) {
            throw new IOException("Not signed in: " + answer);
        }
        open(domain);
        bind(resource);
        Thread listening = new Thread(this::listen, "test-stream-" + agent);
        listening.setDaemon(true);
        listening.start();
        return this;
    }

    Stream present(int priority) throws IOException {
        send("<presence><priority>" + priority + "</priority></presence>");
        await(stanza -> stanza.name().equals("presence")
                && stanza.attribute("from").orElse("").startsWith("finesse@"));
        return this;
    }

    private void listen() {
        try {
            socket.setSoTimeout(0);
            for (Element stanza = read(); stanza != CLOSED; stanza = read()) {
                inbox.add(stanza);
            }
            inbox.add(CLOSED);
        } catch (XMLStreamException | IOException e) {
            inbox.add(CLOSED);
        }
    }

    void send(String xml) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    Element next() {
        try {
            Element stanza = inbox.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (stanza == null) {
                throw new AssertionError("Nothing came");
            }
            return stanza;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Element await(Predicate<Element> wanted) {
        Element stanza = next();
        while (!wanted.test(stanza)) {
            if (stanza == CLOSED) {
                throw new AssertionError("The stream is closed");
            }
            stanza = next();
        }
        return stanza;
    }

    /** Whether an answer of this id waits. */
    boolean arrived(String id) {
        return inbox.stream()
                .anyMatch(stanza -> stanza.attribute("id").orElse("").equals(id));
    }

    void awaitClosed() {
        Element stanza = next();
        while (stanza != CLOSED) {
            stanza = next();
        }
    }

    /** Asks for something harmless: when the answer is there, all that was sent before it is there too. */
    List<Element> untilPong() throws IOException {
        String id = UUID.randomUUID().toString();
        send("<iq type='get' id='" + id + "' to='" + node.xmppDomain() + "'><ping xmlns='urn:xmpp:ping'/></iq>");
        List<Element> before = new ArrayList<>();
        Element stanza = next();
        while (!stanza.attribute("id").orElse("").equals(id)) {
            before.add(stanza);
            stanza = next();
        }
        return before;
    }

    Update nextUpdate() {
        return Update.of(await(stanza -> stanza.name().equals("message")));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
