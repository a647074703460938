package dev.trunkline.simulator.genesys;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Settings;
import dev.trunkline.simulator.genesys.centre.Rules;
import dev.trunkline.simulator.genesys.centre.Timing;
import dev.trunkline.simulator.genesys.login.LoginSettings;
import dev.trunkline.simulator.genesys.rest.ApiSettings;
import dev.trunkline.simulator.genesys.stream.StreamSettings;

/** All that may be set of the simulated Genesys Cloud; each name stands behind {@code genesys.}. */
record GenesysSettings(
        int port, Rules rules, Timing timing, LoginSettings login, ApiSettings api, StreamSettings stream) {
    private static final int PORT = 8102;

    static GenesysSettings from(Options options) {
        Settings settings = options.settingsOf(Genesys.NAME);
        GenesysSettings read = new GenesysSettings(
                options.port(settings, "port", PORT),
                Rules.from(settings),
                Timing.from(settings),
                LoginSettings.from(settings),
                ApiSettings.from(settings),
                StreamSettings.from(settings));
        settings.refuseUnread();
        return read;
    }
}
