package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Settings;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.centre.Timing;
import dev.trunkline.simulator.finesse.xmpp.ExternalServer;
import java.util.Optional;

/** All that may be set of the simulated Finesse; each name stands behind {@code finesse.}. */
public record FinesseSettings(
        NodeSettings first,
        Optional<NodeSettings> second,
        Optional<ExternalServer> xmppServer,
        Rules rules,
        Timing timing) {
    static FinesseSettings from(Options options) {
        Settings settings = options.settingsOf(Finesse.NAME);
        FinesseSettings read = new FinesseSettings(
                NodeSettings.first(options, settings),
                NodeSettings.second(options, settings),
                ExternalServer.from(settings),
                Rules.from(settings),
                Timing.from(settings));
        settings.refuseUnread();
        return read;
    }
}
