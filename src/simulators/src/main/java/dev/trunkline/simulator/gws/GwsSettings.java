package dev.trunkline.simulator.gws;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Settings;
import dev.trunkline.simulator.gws.centre.Rules;
import dev.trunkline.simulator.gws.centre.Shapes;
import dev.trunkline.simulator.gws.centre.Timing;
import dev.trunkline.simulator.gws.login.LoginSettings;
import dev.trunkline.simulator.gws.rest.ApiSettings;
import dev.trunkline.simulator.gws.stream.StreamSettings;

/** All that may be set of the simulated Genesys Web Services; each name stands behind {@code gws.}. */
record GwsSettings(
        int port,
        Rules rules,
        Shapes shapes,
        Timing timing,
        LoginSettings login,
        ApiSettings api,
        StreamSettings stream) {
    private static final int PORT = 8103;

    static GwsSettings from(Options options) {
        Settings settings = options.settingsOf(Gws.NAME);
        GwsSettings read = new GwsSettings(
                options.port(settings, "port", PORT),
                Rules.from(settings),
                Shapes.from(settings),
                Timing.from(settings),
                LoginSettings.from(settings),
                ApiSettings.from(settings),
                StreamSettings.from(settings));
        settings.refuseUnread();
        return read;
    }
}
