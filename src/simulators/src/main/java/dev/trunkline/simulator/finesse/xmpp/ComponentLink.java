package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Element;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Our connection to a server whose component we are (XEP-0114): made, and made again when it breaks. What is said while it is down is lost. */
final class ComponentLink implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ComponentLink.class.getName());
    private static final String COMPONENT = "jabber:component:accept";
    private static final long RETRY_MILLIS = 250;

    private final ExternalServer server;
    private final String name;
    private final Ears ears;
    private final ExecutorService threads = XmppServer.newThreads();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<Socket> socket = Optional.empty();
    private volatile Optional<Outbox> outbox = Optional.empty();
    private String complaint = "";

    /** Whom to tell, on the link's own thread. */
    record Ears(Runnable up, Consumer<Element> heard, Runnable down) {}

    ComponentLink(ExternalServer server, String name, Ears ears) {
        this.server = server;
        this.name = name;
        this.ears = ears;
    }

    void open() {
        threads.execute(this::live);
    }

    void send(String stanza) {
        outbox.ifPresent(open -> open.send(stanza));
    }

    private void live() {
        do {
            try (Socket connected = new Socket(server.host(), server.port())) {
                socket = Optional.of(connected);
                talk(connected);
            } catch (IOException | XMLStreamException e) {
                complain(e);
            } finally {
                outbox = Optional.empty();
                ears.down().run();
            }
        } while (!closedWithin(RETRY_MILLIS));
    }

    /** Returns when the server has closed the stream. */
    private void talk(Socket connected) throws IOException, XMLStreamException {
        connected.setTcpNoDelay(true);
        XMLStreamReader reader = greet(connected);
        outbox = Optional.of(new Outbox(threads, connected.getOutputStream(), () -> breakOff(connected)));
        complaint = "";
        ears.up().run();
        for (Optional<Element> stanza = next(reader); stanza.isPresent(); stanza = next(reader)) {
            ears.heard().accept(stanza.get());
        }
    }

    private XMLStreamReader greet(Socket connected) throws IOException, XMLStreamException {
        OutputStream out = connected.getOutputStream();
        write(out, "<stream:stream xmlns='" + COMPONENT + "' xmlns:stream='" + Words.STREAM + "' to='" + name + "'>");
        XMLStreamReader reader = Element.factory().createXMLStreamReader(connected.getInputStream(), "UTF-8");
        reader.nextTag();
        String streamId = reader.getAttributeValue(null, "id");
        write(out, "<handshake>" + digest(streamId + server.secret()) + "</handshake>");
        Element answer = next(reader).orElseThrow(() -> new IOException("it closed the stream"));
        if (!answer.name().equals("handshake")) {
            throw new IOException("it does not take us as " + name + ": " + answer);
        }
        return reader;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String digest(String text) {
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Element> next(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        while (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
            event = reader.next();
        }
        return event == XMLStreamConstants.START_ELEMENT ? Optional.of(Element.read(reader)) : Optional.empty();
    }

    /** Once for each reason: the server may be away for long. */
    private void complain(Exception why) {
        Level level = closed.getCount() == 0 || complaint.equals(why.getMessage()) ? Level.FINE : Level.WARNING;
        complaint = String.valueOf(why.getMessage());
        LOG.log(level, "No link to the XMPP server " + server + ": " + complaint);
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void breakOff(Socket connected) {
        try {
            connected.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "A socket did not close", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        socket.ifPresent(ComponentLink::breakOff);
        threads.shutdown();
    }
}
