package dev.trunkline.vendor.finesse;

import static java.util.stream.Collectors.toMap;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.User;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;

/**
 * A connection that is up, on a node that is in service.
 *
 * @param again whether the agent had to be signed in again, which Finesse does after it has answered
 * @param notReadyLabels texts of the Not Ready reasons by id
 */
record FinesseSignOn(FinesseConnection connection, URI node, boolean again, Map<String, String> notReadyLabels) {
    private static final Logger LOG = Logger.getLogger(FinesseSignOn.class.getName());

    /** Where the agent was connected last, and whether he was signed in there: on another node he must sign in again (sheet 5.6). */
    record Before(Optional<URI> node, boolean signedIn) {}

    /** Blocks until it is up. */
    static FinesseSignOn connect(FinesseClient client, AgentSession agent, Before before, FinesseConnection.Ears ears) {
        FinesseNode node = FinesseNode.inService(client, agent, before.node());
        User user = client.settle(agent, node.url());
        FinesseConnection connection = open(client, agent, node, user.loginId(), ears);
        try {
            boolean elsewhere =
                    before.node().filter(last -> !last.equals(node.url())).isPresent();
            if (elsewhere && before.signedIn()) {
                client.signIn(agent, "");
            }
            return new FinesseSignOn(connection, node.url(), elsewhere && before.signedIn(), labels(client, agent));
        } catch (RuntimeException e) {
            connection.cut();
            throw e;
        }
    }

    private static FinesseConnection open(
            FinesseClient client, AgentSession agent, FinesseNode node, String loginId, FinesseConnection.Ears ears) {
        FinesseSettings settings = client.settings();
        var target = new FinesseConnection.Target(
                node.url().getHost(),
                node.xmppPort(settings),
                node.info().xmppDomain(),
                node.pubSubDomain(),
                loginId.isEmpty() ? agent.username() : loginId,
                agent.credential().reveal(),
                settings.resource());
        try {
            return FinesseConnection.open(target, client.tls(), settings, ears);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FinesseErrorMapper.link(e);
        } catch (IOException | SmackException | XMPPException e) {
            throw FinesseErrorMapper.link(e);
        }
    }

    /** Only for show: without them a reason is shown by its state. */
    private static Map<String, String> labels(FinesseClient client, AgentSession agent) {
        try {
            return client.reasonCodes(agent, "NOT_READY").stream()
                    .map(FinesseEventMapper::toReason)
                    .collect(toMap(reason -> reason.id(), reason -> reason.label(), (first, second) -> first));
        } catch (VendorException e) {
            LOG.log(Level.FINE, e, () -> "finesse " + agent.key() + ": no Not Ready reasons");
            return Map.of();
        }
    }
}
