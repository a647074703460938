package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Element;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One client's TCP connection: cuts the incoming bytes into stanzas and hands them to its {@link Conversation}. */
final class XmppConnection implements Runnable {
    private static final Logger LOG = Logger.getLogger(XmppConnection.class.getName());

    private final Socket socket;
    private final SSLContext tls;
    private final Outbox outbox;
    private final Conversation conversation;
    private final XmppServer server;
    private InputStream in;
    private boolean secure;
    private volatile boolean ending;
    private volatile long frozenUntil = System.nanoTime();

    XmppConnection(Socket socket, SSLContext tls, Executor threads, Duration silentClient, XmppServer server)
            throws IOException {
        this.socket = socket;
        this.tls = tls;
        this.server = server;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) silentClient.toMillis());
        in = socket.getInputStream();
        outbox = new Outbox(threads, socket.getOutputStream(), this::abort);
        conversation = new Conversation(this, server);
    }

    /** TLS from the first byte, as on 5223. */
    static Runnable secured(XmppConnection connection) {
        return () -> {
            try {
                connection.secure();
                connection.run();
            } catch (IOException e) {
                LOG.log(Level.FINE, "A client did not complete TLS", e);
                connection.abort();
                connection.conversation.gone();
            }
        };
    }

    @Override
    public void run() {
        try {
            boolean more = true;
            while (more) {
                more = readStream();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException) {
                abort();
            } else {
                endWithError("not-well-formed");
            }
        } finally {
            conversation.gone();
        }
    }

    /** Reads one stream; true if the client begins another on the same connection. */
    private boolean readStream() throws XMLStreamException {
        XMLStreamReader reader = Element.factory().createXMLStreamReader(in, "UTF-8");
        if (reader.next() != XMLStreamConstants.START_ELEMENT) {
            endWithError("restricted-xml");
            return false;
        }
        boolean goesOn = conversation.opened(reader);
        while (goesOn) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element stanza = Element.read(reader);
                    switch (frozen() ? Conversation.Next.READ_ON : conversation.take(stanza)) {
                        case READ_ON -> goesOn = true;
                        case NEW_STREAM -> {
                            return true;
                        }
                        case END -> goesOn = false;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> goesOn = keepAlive(reader);
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    end("");
                    goesOn = false;
                }
                default -> {
                    endWithError("restricted-xml");
                    goesOn = false;
                }
            }
        }
        return false;
    }

    /** Blanks between stanzas only show that somebody is there. */
    private boolean keepAlive(XMLStreamReader reader) {
        if (reader.isWhiteSpace()) {
            return true;
        }
        endWithError("bad-format");
        return false;
    }

    boolean isSecure() {
        return secure;
    }

    void send(String xml) {
        if (!frozen()) {
            outbox.send(xml);
        }
    }

    /** STARTTLS: the answer goes out in clear, everything after it under TLS. */
    void proceed() throws IOException {
        outbox.sendAndWait("<proceed xmlns='" + Words.TLS + "'/>");
        secure();
    }

    private void secure() throws IOException {
        SSLSocket layer = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        layer.startHandshake();
        in = layer.getInputStream();
        outbox.switchTo(layer.getOutputStream());
        secure = true;
    }

    void endWithError(String condition) {
        conversation.answerHeader();
        end(Words.streamError(condition));
    }

    /** Says the last words, closes the stream, then the connection. */
    void end(String lastWords) {
        ending = true;
        send(lastWords + "</stream:stream>");
        outbox.endWith(this::abort);
    }

    /** Nothing more will come in: who is saying last words may end them. */
    void finish() {
        if (!ending) {
            abort();
        }
    }

    /** Breaks off without a word. */
    void abort() {
        server.gone(this);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "A socket did not close", e);
        }
    }

    /** Stays open, but neither sends nor answers for so long. */
    void freeze(Duration time) {
        frozenUntil = System.nanoTime() + time.toNanos();
    }

    private boolean frozen() {
        return System.nanoTime() - frozenUntil < 0;
    }
}
