package dev.trunkline.vendor.finesse;

import static java.util.function.Predicate.not;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.Node;
import dev.trunkline.vendor.finesse.wire.SystemInfo;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** The node to connect to: one that says it is in service; asked before every try (sheet 5.6). */
record FinesseNode(URI url, SystemInfo info) {
    private static final int DIRECT_TLS = 5223;

    /** @param current where the agent is: he stays there if he can, for going over costs him his state */
    static FinesseNode inService(FinesseClient client, AgentSession agent, Optional<URI> current) {
        VendorException why = new VendorException(Code.PLATFORM_UNAVAILABLE, "no Finesse node is in service");
        Iterable<URI> nodes = Stream.concat(current.stream(), client.settings().nodes().stream())
                .distinct()::iterator;
        for (URI url : nodes) {
            try {
                SystemInfo info = client.systemInfo(agent, url);
                if (info.status().equalsIgnoreCase("IN_SERVICE")) {
                    return new FinesseNode(url, info);
                }
            } catch (VendorException e) {
                if (FinesseErrorMapper.isFinal(e)) {
                    throw e; // the other node counts wrong passwords too
                }
                why = e;
            }
        }
        throw why;
    }

    String pubSubDomain() {
        return Optional.of(info.xmppPubSubDomain()).filter(not(String::isEmpty)).orElse("pubsub." + info.xmppDomain());
    }

    int xmppPort(FinesseSettings settings) {
        if (settings.xmppPort() > 0) {
            return settings.xmppPort();
        }
        return info.nodes().stream()
                .filter(node -> node.host().equalsIgnoreCase(url.getHost()))
                .findFirst()
                .or(() -> info.nodes().stream().findFirst())
                .map(Node::xmppSecurePort)
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(DIRECT_TLS);
    }
}
