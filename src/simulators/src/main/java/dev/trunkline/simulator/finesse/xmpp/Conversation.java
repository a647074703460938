package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.finesse.wire.Element;
import dev.trunkline.simulator.finesse.wire.Markup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamReader;

/** What one client and the server say to each other, from the stream header to the bound resource and on (sheet 5.1, 9.2). */
final class Conversation {
    private final XmppConnection connection;
    private final XmppServer server;
    private String agent = "";
    private Optional<XmppSession> session = Optional.empty();
    private volatile boolean answered;

    /** How reading goes on after a stanza. */
    enum Next {
        READ_ON,
        NEW_STREAM,
        END
    }

    Conversation(XmppConnection connection, XmppServer server) {
        this.connection = connection;
        this.server = server;
    }

    /** The client opened a stream; false if it is refused. */
    boolean opened(XMLStreamReader header) {
        answerHeader();
        boolean isStream = "stream".equals(header.getLocalName()) && Words.STREAM.equals(header.getNamespaceURI());
        if (!isStream || !Words.CLIENT.equals(header.getNamespaceURI(""))) {
            connection.endWithError("invalid-namespace");
            return false;
        }
        String to = header.getAttributeValue(null, "to");
        if (to == null || !server.domain().equalsIgnoreCase(to)) {
            connection.endWithError(to == null ? "improper-addressing" : "host-unknown");
            return false;
        }
        connection.send(
                agent.isEmpty() ? Words.featuresBeforeSignIn(!connection.isSecure()) : Words.featuresAfterSignIn());
        return true;
    }

    /** Also before an error, if there was no header that could be read (RFC 6120, 4.9.1.2). */
    void answerHeader() {
        if (!answered) {
            answered = true;
            connection.send(Words.header(server.domain(), UUID.randomUUID().toString()));
        }
    }

    Next take(Element stanza) {
        if (stanza.is(Words.STREAM, "error")) {
            connection.end("");
            return Next.END;
        }
        Next next = during(stanza);
        answered = next != Next.NEW_STREAM;
        return next;
    }

    private Next during(Element stanza) {
        if (agent.isEmpty()) {
            return signIn(stanza);
        }
        if (session.isEmpty()) {
            return bind(stanza);
        }
        if (!stanza.namespace().equals(Words.CLIENT)) {
            return refuse("unsupported-stanza-type");
        }
        return stanza(stanza, session.get());
    }

    private Next stanza(Element stanza, XmppSession bound) {
        return switch (stanza.name()) {
            case "iq" -> {
                server.answers().answer(bound.address(), stanza).ifPresent(connection::send);
                yield Next.READ_ON;
            }
            case "presence" -> {
                server.presences().take(bound, stanza);
                yield Next.READ_ON;
            }
            case "message" -> {
                server.answers().bounce(bound.address(), stanza).ifPresent(connection::send);
                yield Next.READ_ON;
            }
            default -> refuse("unsupported-stanza-type");
        };
    }

    private Next signIn(Element stanza) {
        if (stanza.is(Words.TLS, "starttls") && !connection.isSecure()) {
            return startTls();
        }
        if (stanza.is(Words.SASL, "auth")) {
            return authenticate(stanza);
        }
        if (stanza.is(Words.SASL, "abort")) {
            return failure("aborted");
        }
        return stanza.is(Words.SASL, "response") ? failure("not-authorized") : refuse("not-authorized");
    }

    private Next startTls() {
        try {
            connection.proceed();
            return Next.NEW_STREAM;
        } catch (IOException e) {
            connection.abort();
            return Next.END;
        }
    }

    private Next authenticate(Element auth) {
        if (auth.attribute("mechanism").filter("PLAIN"::equals).isEmpty()) {
            connection.send(Words.saslFailure("invalid-mechanism"));
            return Next.READ_ON;
        }
        try {
            String[] parts =
                    new String(Base64.getDecoder().decode(auth.text().strip()), StandardCharsets.UTF_8).split("\0", -1);
            return parts.length == 3 ? authenticate(parts[1], parts[2]) : failure("malformed-request");
        } catch (IllegalArgumentException e) {
            return failure("incorrect-encoding");
        }
    }

    private Next authenticate(String user, String password) {
        if (server.refuses(user)) {
            connection.abort();
            return Next.END;
        }
        if (!server.signsIn(user, password) || !server.admits(user)) {
            return failure("not-authorized");
        }
        agent = user;
        connection.send("<success xmlns='" + Words.SASL + "'/>");
        return Next.NEW_STREAM;
    }

    private Next failure(String condition) {
        connection.send(Words.saslFailure(condition));
        return Next.READ_ON;
    }

    private Next bind(Element stanza) {
        if (!stanza.namespace().equals(Words.CLIENT)) {
            return refuse("unsupported-stanza-type");
        }
        Optional<Element> bind = stanza.child("bind").filter(child -> child.is(Words.BIND, "bind"));
        boolean wanted = stanza.name().equals("iq")
                && stanza.attribute("type").filter("set"::equals).isPresent();
        if (bind.isEmpty() || !wanted) {
            return refuse("not-authorized");
        }
        String resource =
                bind.get().textOf("resource").orElseGet(() -> UUID.randomUUID().toString());
        XmppSession bound = new XmppSession(agent, resource, server.domain(), connection);
        session = Optional.of(bound);
        String content = "<bind xmlns='" + Words.BIND + "'><jid>" + Markup.escape(bound.fullJid()) + "</jid></bind>";
        connection.send(Words.iq("result", stanza.attribute("id").orElse(""), "", "", content));
        server.cameIn(bound);
        return Next.READ_ON;
    }

    private Next refuse(String condition) {
        connection.endWithError(condition);
        return Next.END;
    }

    /** The connection is gone, however that came. */
    void gone() {
        session.ifPresent(server.presences()::gone);
        connection.finish();
    }
}
