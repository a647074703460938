package dev.trunkline.benchmark.platform;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.StanzaExtensionFilter;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jxmpp.jid.parts.Resourcepart;

/** What Finesse wants of a desktop: a presence on its XMPP server, a sign-in by REST, then READY. */
final class FinesseDesktop implements Desktop {
    static final String PASSWORD = "secret";

    private static final String EVENTS = "http://jabber.org/protocol/pubsub#event";
    /** A notification is text in its stanza, its own markup is masked. */
    private static final String READY = "&lt;state&gt;READY&lt;";

    private static final String NOT_READY = READY.replace("READY", "NOT_READY");

    private final Caller.Account account;
    private final Seat seat;
    private final XMPPTCPConnection stream;

    /** Where an agent sits. @param port of the platform's XMPP by TLS */
    record Seat(String agent, String extension, int port) {}

    private FinesseDesktop(Caller.Account account, Seat seat, XMPPTCPConnection stream) {
        this.account = account;
        this.seat = seat;
        this.stream = stream;
    }

    static Desktop open(Caller caller, Seat seat, Told told) {
        String pair = seat.agent() + ":" + PASSWORD;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        FinesseDesktop desktop =
                new FinesseDesktop(caller.as("Basic " + basic, "application/xml"), seat, listening(caller, seat, told));
        desktop.become("<state>LOGIN</state><extension>" + seat.extension() + "</extension>");
        told.first(NOT_READY);
        desktop.become("<state>READY</state>");
        told.first(READY);
        return desktop;
    }

    private static XMPPTCPConnection listening(Caller caller, Seat seat, Told told) {
        try {
            XMPPTCPConnection stream = new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
                    .setHost("localhost")
                    .setPort(seat.port())
                    .setXmppDomain("localhost")
                    .setSocketFactory(caller.tls().getSocketFactory())
                    .setSecurityMode(SecurityMode.disabled) // TLS is there already
                    .addEnabledSaslMechanism("PLAIN")
                    .setUsernameAndPassword(seat.agent(), PASSWORD)
                    .setResource(Resourcepart.from("desktop"))
                    .setSendPresence(false)
                    .setCompressionEnabled(false)
                    .build());
            stream.setUseStreamManagement(false);
            stream.addSyncStanzaListener(
                    stanza -> told.now(stanza.toXML().toString()), new StanzaExtensionFilter("event", EVENTS));
            stream.connect();
            stream.login();
            stream.sendStanza(stream.getStanzaFactory()
                    .buildPresenceStanza()
                    .setPriority(0)
                    .build());
            return stream;
        } catch (IOException | SmackException | XMPPException failed) {
            throw new IllegalStateException("no event stream for " + seat.agent(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private String user() {
        return "/finesse/api/User/" + seat.agent();
    }

    private void become(String what) {
        account.done("PUT", user(), "<User>" + what + "</User>");
    }

    @Override
    public HttpResponse<String> dial(String number) {
        return account.send(
                "POST",
                user() + "/Dialogs",
                "<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>" + seat.extension()
                        + "</fromAddress><toAddress>" + number + "</toAddress></Dialog>");
    }

    /** The answer names no call. */
    @Override
    public String sign(String number, HttpResponse<String> answer) {
        return number;
    }

    @Override
    public void close() {
        stream.disconnect();
    }
}
