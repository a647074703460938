package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Simulators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.filter.StanzaExtensionFilter;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.ping.PingManager;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.parts.Resourcepart;

/** A client library that knows nothing of this server gets along with it (sheet 5.7). */
class SmackTest {
    @Test
    void smackShouldSignInAndHearOverDirectTls() throws Exception {
        try (Simulators simulators = Quick.start()) {
            useBy(
                    simulators,
                    configuration(simulators, simulators.finesse().xmppSecurePort())
                            .setSocketFactory(
                                    simulators.identity().clientContext().getSocketFactory())
                            .setSecurityMode(SecurityMode.disabled)
                            .build());
        }
    }

    @Test
    void smackShouldSignInAndHearOverStartTls() throws Exception {
        try (Simulators simulators = Quick.start()) {
            useBy(
                    simulators,
                    configuration(simulators, simulators.finesse().xmppPort())
                            .setCustomX509TrustManager(simulators.identity().trust())
                            .setSecurityMode(SecurityMode.required)
                            .build());
        }
    }

    private static XMPPTCPConnectionConfiguration.Builder configuration(Simulators simulators, int port)
            throws Exception {
        return XMPPTCPConnectionConfiguration.builder()
                .setHost("localhost")
                .setPort(port)
                .setXmppDomain(simulators.finesse().xmppDomain())
                .addEnabledSaslMechanism("PLAIN")
                .setUsernameAndPassword("alice", "secret")
                .setResource(Resourcepart.from("gw-n1"))
                .setSendPresence(false)
                .setCompressionEnabled(false);
    }

    private static void useBy(Simulators simulators, XMPPTCPConnectionConfiguration configuration) throws Exception {
        BlockingQueue<Stanza> heard = new LinkedBlockingQueue<>();
        XMPPTCPConnection connection = new XMPPTCPConnection(configuration);
        connection.setUseStreamManagement(false);
        connection.addSyncStanzaListener(
                heard::add, new StanzaExtensionFilter("event", "http://jabber.org/protocol/pubsub#event"));
        connection.connect();
        connection.login();
        connection.sendStanza(connection
                .getStanzaFactory()
                .buildPresenceStanza()
                .setPriority(0)
                .build());
        assertThat(PingManager.getInstanceFor(connection).pingMyServer()).isTrue();
        new Rest(simulators, "alice", "secret")
                .put("/finesse/api/User/alice", "<User><state>LOGIN</state><extension>1001</extension></User>");

        assertThat(heard.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(connection.getUser().toString()).isEqualTo("alice@localhost/gw-n1");
        connection.disconnect();
    }
}
