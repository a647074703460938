package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Settings;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.centre.Timing;
import dev.trunkline.simulator.finesse.xmpp.ExternalServer;
import java.util.Optional;

/** All that may be set of the simulated Finesse; each name stands behind {@code finesse.}. */
public record FinesseSettings(
        int restPort,
        int xmppPort,
        int xmppSecurePort,
        Optional<ExternalServer> xmppServer,
        Rules rules,
        Timing timing) {
    private static final int REST = 8101;
    private static final int XMPP = 8106;
    private static final int XMPP_SECURE = 8107;

    static FinesseSettings from(Options options) {
        Settings settings = options.settingsOf(Finesse.NAME);
        FinesseSettings read = new FinesseSettings(
                options.port(settings, "restPort", REST),
                options.port(settings, "xmppPort", XMPP),
                options.port(settings, "xmppSecurePort", XMPP_SECURE),
                ExternalServer.from(settings),
                Rules.from(settings),
                Timing.from(settings));
        settings.refuseUnread();
        return read;
    }
}
