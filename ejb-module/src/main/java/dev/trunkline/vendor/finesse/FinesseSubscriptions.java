package dev.trunkline.vendor.finesse;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.pubsub.NodeExtension;
import org.jivesoftware.smackx.pubsub.SubscribeExtension;
import org.jivesoftware.smackx.pubsub.UnsubscribeExtension;
import org.jivesoftware.smackx.pubsub.packet.PubSub;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

/** Our full address subscribed to the agent's own two nodes, from {@link #begin} to {@link #end} (sheet 5.1, 5.5). */
final class FinesseSubscriptions {
    private static final Logger LOG = Logger.getLogger(FinesseSubscriptions.class.getName());

    private final XMPPTCPConnection smack;
    private final String service;
    private final List<String> nodes;

    FinesseSubscriptions(XMPPTCPConnection smack, String service, String loginId) {
        this.smack = smack;
        this.service = service;
        this.nodes = List.of("/finesse/api/User/" + loginId, "/finesse/api/User/" + loginId + "/Dialogs");
    }

    /** What an earlier life of ours left behind goes first: it had the same address. */
    void begin() {
        end();
        nodes.forEach(node -> ask(new SubscribeExtension(smack.getUser(), node), Level.WARNING));
    }

    void end() {
        nodes.forEach(node -> ask(new UnsubscribeExtension(smack.getUser().toString(), node), Level.FINE));
    }

    /** Without it we hear what Finesse sends by itself, as everybody does who never asked. */
    private void ask(NodeExtension what, Level unanswered) {
        try {
            PubSub request = PubSub.createPubsubPacket(JidCreate.domainBareFrom(service), IQ.Type.set, what);
            smack.sendIqRequestAndWaitForResponse(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SmackException | XMPPErrorException | XmppStringprepException e) {
            LOG.log(unanswered, e, () -> "finesse: " + what.getElementName() + " was not taken");
        }
    }
}
