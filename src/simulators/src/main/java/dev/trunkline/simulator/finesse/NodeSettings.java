package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Settings;
import java.util.Optional;

/** Where one node is to be found; a real node has a machine, host name and XMPP domain of its own. */
public record NodeSettings(
        String name, String host, String xmppDomain, int restPort, int xmppPort, int xmppSecurePort) {

    static NodeSettings first(Options options, Settings settings) {
        return new NodeSettings(
                "a",
                "localhost",
                settings.text("xmppDomain", "localhost"),
                options.port(settings, "restPort", 8101),
                options.port(settings, "xmppPort", 8106),
                options.port(settings, "xmppSecurePort", 8107));
    }

    /** The same machine by another name, which stands in the same certificate. */
    static Optional<NodeSettings> second(Options options, Settings settings) {
        NodeSettings second = new NodeSettings(
                "b",
                "127.0.0.1",
                settings.text("second.xmppDomain", "b.localhost"),
                options.port(settings, "second.restPort", 8111),
                options.port(settings, "second.xmppPort", 8116),
                options.port(settings, "second.xmppSecurePort", 8117));
        return settings.flag("secondNode", false) ? Optional.of(second) : Optional.empty();
    }
}
