package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.Settings;
import java.util.Optional;

/**
 * An XMPP server that is not ours, as {@code finesse.xmppServer=host:port} and {@code finesse.componentSecret}; where its clients come in is
 * told by {@code finesse.xmppPort} and {@code finesse.xmppSecurePort}.
 *
 * @param port of its components (XEP-0114)
 */
public record ExternalServer(String host, int port, String secret) {
    /** Empty if we are our own XMPP server. */
    public static Optional<ExternalServer> from(Settings settings) {
        String address = settings.text("xmppServer", "");
        String secret = settings.text("componentSecret", "");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (!address.matches(".+:[0-9]{1,5}") || secret.isEmpty()) {
            throw new IllegalArgumentException("finesse.xmppServer is '" + address
                    + "', it must be host:port of the components, and finesse.componentSecret must be given with it.");
        }
        int colon = address.lastIndexOf(':');
        return Optional.of(new ExternalServer(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), secret));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
