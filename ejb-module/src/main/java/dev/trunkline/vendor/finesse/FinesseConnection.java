package dev.trunkline.vendor.finesse;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.SmackException.NoResponseException;
import org.jivesoftware.smack.StanzaListener;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaExtensionFilter;
import org.jivesoftware.smack.filter.StanzaIdFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.ping.PingManager;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jivesoftware.smackx.pubsub.EventElement;
import org.jivesoftware.smackx.pubsub.ItemsExtension;
import org.jivesoftware.smackx.pubsub.PayloadItem;
import org.jivesoftware.smackx.pubsub.packet.PubSubNamespace;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/**
 * One XMPP connection of one agent, by Smack (sheet 5.7). What it hears it hands over on Smack's threads, in order.
 *
 * <p>Finesse sends an agent's events to his bare address, and its server may hand them to one of several clients only (sheet 5.5,
 * unconfirmed). Where others run besides us, {@code trunkline.finesse.subscribe} has them sent to our full address too. It is
 * off where nobody asks for it: a subscription that a killed process leaves behind stays in Finesse's server for ever, and without another
 * client everything comes twice.
 */
final class FinesseConnection {
    private static final String EVENTS = PubSubNamespace.event.getXmlns();

    private final XMPPTCPConnection smack;
    private final Optional<FinesseSubscriptions> subscriptions;

    /** Where to, and as whom. */
    record Target(
            String host, int port, String domain, String pubSubDomain, String loginId, String secret, String resource) {
        @Override
        public String toString() {
            return loginId + "@" + domain;
        }
    }

    /** Whom to tell, on Smack's threads: what was heard, that the connection broke, that Finesse's web application is there again. */
    record Ears(Consumer<String> heard, Consumer<Exception> lost, Runnable back) {}

    private FinesseConnection(XMPPTCPConnection smack, Optional<FinesseSubscriptions> subscriptions) {
        this.smack = smack;
        this.subscriptions = subscriptions;
    }

    /** Connects, signs in and shows presence, without which Finesse sends nothing (sheet 5.1). Blocks. */
    static FinesseConnection open(Target target, SSLContext tls, FinesseSettings settings, Ears ears)
            throws IOException, SmackException, XMPPException, InterruptedException {
        XMPPTCPConnection smack = new XMPPTCPConnection(configuration(target, tls, settings));
        var own = new FinesseSubscriptions(smack, target.pubSubDomain(), target.loginId());
        FinesseConnection connection =
                new FinesseConnection(smack, Optional.of(own).filter(wanted -> settings.subscribe()));
        try {
            connection.prepare(settings, ears);
            smack.connect();
            smack.login();
            smack.sendStanza(smack.getStanzaFactory()
                    .buildPresenceStanza()
                    .ofType(Presence.Type.available)
                    .setPriority(0)
                    .build());
            connection.subscriptions.ifPresent(FinesseSubscriptions::begin);
            return connection;
        } catch (IOException | SmackException | XMPPException | InterruptedException | RuntimeException e) {
            connection.cut();
            throw e;
        }
    }

    private static XMPPTCPConnectionConfiguration configuration(Target target, SSLContext tls, FinesseSettings settings)
            throws IOException {
        return XMPPTCPConnectionConfiguration.builder()
                .setHostAddress(InetAddress.getByName(target.host()))
                .setPort(target.port())
                .setXmppDomain(JidCreate.domainBareFrom(target.domain()))
                .setSocketFactory(new DirectTlsSocketFactory(tls, target.host()))
                .setSecurityMode(SecurityMode.disabled) // TLS is there already: no STARTTLS on top of it
                .addEnabledSaslMechanism("PLAIN")
                .setUsernameAndPassword(target.loginId(), target.secret())
                .setResource(Resourcepart.from(target.resource()))
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setSendPresence(false)
                .setCompressionEnabled(false)
                .build();
    }

    private void prepare(FinesseSettings settings, Ears ears) {
        smack.setReplyTimeout(settings.readTimeout().toMillis());
        smack.setUseStreamManagement(false); // not offered by Finesse
        Roster.getInstanceFor(smack).setSubscriptionMode(Roster.SubscriptionMode.accept_all);
        PingManager.getInstanceFor(smack).setPingInterval(-1); // ours is counted on the lane
        smack.addConnectionListener(new ConnectionListener() {
            @Override
            public void connectionClosedOnError(Exception why) {
                ears.lost().accept(why);
            }
        });
        // Asynchronous listeners were seen to change the order of a burst.
        smack.addSyncStanzaListener(
                stanza -> notifications(stanza, ears.heard()), new StanzaExtensionFilter(EventElement.ELEMENT, EVENTS));
        smack.addSyncStanzaListener(presence -> ears.back().run(), FinesseConnection::isFinesseThere);
    }

    /** Finesse shows by the presence of a user of its own that its web application runs (sheet 5.6). */
    private static boolean isFinesseThere(Stanza stanza) {
        return stanza instanceof Presence presence
                && presence.isAvailable()
                && presence.getFrom() != null
                && "finesse".equals(String.valueOf(presence.getFrom().getLocalpartOrNull()));
    }

    /** What was stored while we were away is older than what we read after connecting (sheet 5.5). */
    private static void notifications(Stanza stanza, Consumer<String> heard) {
        if (stanza.hasExtension(DelayInformation.ELEMENT, DelayInformation.NAMESPACE)) {
            return;
        }
        EventElement event = (EventElement) stanza.getExtensionElement(EventElement.ELEMENT, EVENTS);
        if (event.getEvent() instanceof ItemsExtension items) {
            for (Object item : items.getItems()) {
                if (item instanceof PayloadItem<?> payload) {
                    heard.accept(payload.getPayload().toXML(EVENTS).toString());
                }
            }
        }
    }

    /**
     * Returns when all that the server had sent by now has been handed over: its answer to a ping comes behind it, by the same way. What
     * Finesse has not given to its XMPP server by then is not seen by this. Blocks.
     */
    void catchUp() {
        Ping ping = new Ping(smack.getXMPPServiceDomain());
        CountDownLatch answered = new CountDownLatch(1);
        // The way of the notifications; Smack tells the answer to whoever asked by another, which is quicker.
        StanzaListener behind = answer -> answered.countDown();
        smack.addSyncStanzaListener(behind, new StanzaIdFilter(ping));
        try {
            smack.sendStanza(ping);
            if (!answered.await(smack.getReplyTimeout(), TimeUnit.MILLISECONDS)) {
                throw FinesseErrorMapper.link(NoResponseException.newWith(smack, "a ping behind what was sent"));
            }
        } catch (SmackException gone) {
            throw FinesseErrorMapper.link(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FinesseErrorMapper.link(stopped);
        } finally {
            smack.removeSyncStanzaListener(behind);
        }
    }

    boolean isOpen() {
        return smack.isConnected() && smack.isAuthenticated();
    }

    /** Asks for a sign of life; an error is one too. */
    void ping(Runnable answered) {
        smack.sendIqRequestAsync(new Ping(smack.getXMPPServiceDomain()))
                .onSuccess(pong -> answered.run())
                .onError(error -> {
                    if (error instanceof XMPPErrorException) {
                        answered.run();
                    }
                });
    }

    /** Orderly; waits for the server's farewell. */
    void close() {
        subscriptions.ifPresent(FinesseSubscriptions::end);
        smack.disconnect();
    }

    /** At once, without a word: for a connection that is dead or not wanted. */
    void cut() {
        smack.instantShutdown();
    }
}
