package dev.trunkline.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XMPP client that says what a test wants said, well formed or not, over direct TLS, and keeps what it hears. */
final class RawXmpp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String FENCE =
            "<iq type='get' id='fence' to='pubsub.localhost'><ping xmlns='urn:xmpp:ping'/></iq>";

    private final SSLSocket socket;
    private XMLStreamReader reader;

    private RawXmpp(SSLSocket socket) {
        this.socket = socket;
    }

    /** @param trusted certificates, as PEM */
    static RawXmpp connected(int port, Path trusted) {
        try {
            SSLSocket socket = (SSLSocket) trusting(trusted).getSocketFactory().createSocket("localhost", port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            return new RawXmpp(socket);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SSLContext trusting(Path trusted) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream file = Files.newInputStream(trusted)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("trusted" + store.size(), one);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    static String header(String to) {
        return "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'" + to
                + ">";
    }

    static String plain(String user, String password) {
        return "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                + Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8))
                + "</auth>";
    }

    /** Opens a stream and gives what comes in it first. */
    Heard open() {
        return begin(header(" to='localhost'"));
    }

    /** As {@link #open()}, in other words. */
    Heard begin(String words) {
        say(words);
        try {
            reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(socket.getInputStream(), "UTF-8");
            reader.nextTag();
            return hear();
        } catch (XMLStreamException e) {
            return Heard.CLOSED;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    void say(String words) {
        try {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    Heard ask(String words) {
        say(words);
        return hear();
    }

    /** The next element in the stream, or that the stream is closed. */
    Heard hear() {
        try {
            return Heard.next(reader);
        } catch (XMLStreamException e) {
            return Heard.CLOSED;
        }
    }

    /** Whether the server has ended the TCP connection too. */
    boolean isHungUp() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException lost) {
            return true;
        }
    }

    /** All the way to a bound resource that is there. */
    RawXmpp signIn(String user, String password, String resource) {
        open();
        expect("success", ask(plain(user, password)));
        open();
        expect(
                "iq",
                ask("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>" + resource
                        + "</resource></bind></iq>"));
        return this;
    }

    RawXmpp present() {
        say("<presence><priority>0</priority></presence>");
        return this;
    }

    private static void expect(String name, Heard answer) {
        if (!answer.name().equals(name)) {
            throw new AssertionError("no " + name + ", but " + answer);
        }
    }

    /** All that comes until a question asked behind the words is answered or the stream ends: those are the answers to the words. */
    List<Heard> answersTo(String words) {
        say(words + FENCE);
        List<Heard> answers = new ArrayList<>();
        Heard one = hear();
        while (one != Heard.CLOSED && !one.attribute("id").equals("fence")) {
            answers.add(one);
            one = hear();
        }
        return one == Heard.CLOSED
                ? Stream.concat(answers.stream(), Stream.of(one)).toList()
                : answers;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
